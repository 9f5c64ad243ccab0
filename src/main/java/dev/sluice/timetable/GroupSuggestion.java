package dev.sluice.timetable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One group for each purpose of each module, such that few events clash.
 *
 * @param groups such as {@code COS110:G02,COS214:P01}
 * @param clashes that are left
 */
public record GroupSuggestion(String groups, int clashes) {

  /**
   * The best that a bounded search finds; the same for the same events. Throws {@link
   * IllegalArgumentException} that names a group to keep which there is not.
   *
   * @param keep groups that are fixed
   */
  public static GroupSuggestion of(List<TimetableEvent> events, GroupChoice keep) {
    keep.of(events); // refuses groups that there are not
    List<GroupOption> found = new GroupSearch(events, keep).best();
    String groups =
        found.stream()
            .flatMap(option -> option.names().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(","));
    List<TimetableEvent> shown =
        events.stream().filter(GroupChoice.read(groups).wanted(events)).toList();
    return new GroupSuggestion(groups, Clash.among(shown).size());
  }
}
