package dev.sluice.timetable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lists which groups of one module can be chosen. Purposes for which the same group meets are
 * decided together, as a group is chosen for all of its own.
 */
final class GroupOptions {

  private final String module;
  private final Map<String, List<TimetableEvent>> groups = new TreeMap<>();
  private final Map<String, Set<String>> purposes = new TreeMap<>();
  private final Map<String, Set<String>> groupsFor = new HashMap<>();
  private final GroupChoice keep;

  /**
   * The options of a module.
   *
   * @param events of it that name a group
   * @param keep groups that are fixed
   */
  GroupOptions(String module, List<TimetableEvent> events, GroupChoice keep) {
    this.module = module;
    this.keep = keep;
    for (TimetableEvent event : events) {
      String group = GroupChoice.key(event.group());
      groups.computeIfAbsent(group, none -> new ArrayList<>()).add(event);
      String purpose = GroupChoice.purpose(event);
      purposes.computeIfAbsent(group, none -> new TreeSet<>()).add(purpose);
      groupsFor.computeIfAbsent(purpose, none -> new TreeSet<>()).add(group);
    }
  }

  /** For each set of purposes, of which options one has to be chosen. */
  List<List<GroupOption>> list() {
    List<List<GroupOption>> decisions = new ArrayList<>();
    Set<String> left = new TreeSet<>(groups.keySet());
    while (!left.isEmpty()) {
      Set<String> together = connected(left.iterator().next());
      left.removeAll(together);
      decisions.add(options(together));
    }
    return decisions;
  }

  /**
   * The groups that meet for a purpose of this one, those that meet for one of theirs, and so on.
   */
  private Set<String> connected(String first) {
    Set<String> found = new TreeSet<>(Set.of(first));
    Set<String> covered = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      for (String purpose : purposes.get(next.remove())) {
        if (covered.add(purpose)) {
          groupsFor.get(purpose).stream().filter(found::add).forEach(next::add);
        }
      }
    }
    return found;
  }

  private List<GroupOption> options(Set<String> together) {
    List<String> kept = together.stream().filter(this::isKept).toList();
    if (!kept.isEmpty()) {
      return List.of(option(kept, together));
    }
    Map<List<String>, GroupOption> options = new TreeMap<>(Comparator.comparing(String::valueOf));
    for (String group : together) {
      GroupOption option = option(List.of(group), together);
      options.put(option.names(), option);
    }
    return List.copyOf(options.values());
  }

  private boolean isKept(String group) {
    return groups.get(group).stream().anyMatch(keep::names);
  }

  /** These groups, and others for the purposes for which they do not meet. */
  private GroupOption option(List<String> first, Set<String> together) {
    Set<String> chosen = new TreeSet<>(first);
    Set<String> covered =
        first.stream().flatMap(group -> purposes.get(group).stream()).collect(Collectors.toSet());
    for (String group : together) {
      if (purposes.get(group).stream().noneMatch(covered::contains)) {
        chosen.add(group);
        covered.addAll(purposes.get(group));
      }
    }
    return new GroupOption(
        chosen.stream().map(group -> module + ":" + group).toList(),
        chosen.stream().flatMap(group -> groups.get(group).stream()).toList());
  }
}
