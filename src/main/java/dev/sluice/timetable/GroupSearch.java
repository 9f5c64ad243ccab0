package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Searches for groups that clash least: a greedy choice first, then branch and bound from the best
 * option of each decision on, until it has looked at so many pairs of events.
 */
final class GroupSearch {

  /** Largest number of pairs of events that are compared after the greedy choice. */
  private static final int MAX_STEPS = 2_000_000;

  /** Largest number of decisions that are taken back; beyond, the greedy choice stays. */
  private static final int MAX_DECISIONS = 200;

  private final List<List<GroupOption>> decisions;
  private final List<TimetableEvent> placed;
  private final List<GroupOption> chosen = new ArrayList<>();
  private List<GroupOption> best;
  private int fewest = Integer.MAX_VALUE;
  private int steps;

  /**
   * A search among the groups of these events.
   *
   * @param keep groups that are fixed
   */
  GroupSearch(List<TimetableEvent> events, GroupChoice keep) {
    var modules =
        events.stream()
            .filter(GroupSearch::isOfGroup)
            .collect(
                Collectors.groupingBy(
                    event -> GroupChoice.key(event.module()), TreeMap::new, Collectors.toList()));
    this.decisions =
        modules.entrySet().stream()
            .flatMap(one -> new GroupOptions(one.getKey(), one.getValue(), keep).list().stream())
            .sorted(Comparator.comparing(List::size))
            .toList();
    this.placed = new ArrayList<>(events.stream().filter(event -> !isOfGroup(event)).toList());
  }

  /** The best option found for each decision. */
  List<GroupOption> best() {
    chooseGreedily();
    if (decisions.size() <= MAX_DECISIONS) {
      steps = 0;
      search(0);
    }
    return best;
  }

  private void chooseGreedily() {
    int before = placed.size();
    int clashes = 0;
    for (List<GroupOption> options : decisions) {
      Ranked first = ranked(options).get(0);
      clashes += first.clashes();
      place(first.option());
    }
    note(clashes);
    chosen.clear();
    placed.subList(before, placed.size()).clear();
  }

  private void search(int clashes) {
    if (clashes >= fewest) {
      return;
    }
    if (chosen.size() == decisions.size()) {
      note(clashes);
      return;
    }
    for (Ranked next : ranked(decisions.get(chosen.size()))) {
      if (steps > MAX_STEPS) {
        return;
      }
      place(next.option());
      search(clashes + next.clashes());
      takeBack();
    }
  }

  private void note(int clashes) {
    fewest = clashes;
    best = List.copyOf(chosen);
  }

  private void place(GroupOption option) {
    chosen.add(option);
    placed.addAll(option.events());
  }

  private void takeBack() {
    int size = chosen.remove(chosen.size() - 1).events().size();
    placed.subList(placed.size() - size, placed.size()).clear();
  }

  /** An option with the clashes that it adds. */
  private record Ranked(GroupOption option, int clashes) {}

  /** Those with the fewest clashes first, and among equal ones in their order. */
  private List<Ranked> ranked(List<GroupOption> options) {
    return options.stream()
        .map(option -> new Ranked(option, clashes(option.events())))
        .sorted(Comparator.comparing(Ranked::clashes))
        .toList();
  }

  private int clashes(List<TimetableEvent> events) {
    int clashes = 0;
    for (int n = 0; n < events.size(); n++) {
      for (TimetableEvent other : placed) {
        clashes += Clash.clash(events.get(n), other) ? 1 : 0;
      }
      for (TimetableEvent other : events.subList(0, n)) {
        clashes += Clash.clash(events.get(n), other) ? 1 : 0;
      }
      steps += placed.size() + n;
    }
    return clashes;
  }

  /** Whether it can be chosen by its group: no choice could write other names. */
  private static boolean isOfGroup(TimetableEvent event) {
    return isName(GroupChoice.key(event.module())) && isName(GroupChoice.key(event.group()));
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.indexOf(':') < 0 && text.indexOf(',') < 0;
  }
}
