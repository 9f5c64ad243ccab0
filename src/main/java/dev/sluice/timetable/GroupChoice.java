package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The groups that a reader of a timetable belongs to, such as {@code COS214:P01,COS110:G02}. A
 * group replaces those of its module that meet for the same purpose: with a practical group chosen,
 * the module's other practical groups are left out, and its lectures stay.
 */
public final class GroupChoice {

  private static final Pattern ITEM = Pattern.compile("\\s*([^:,]+?)\\s*:\\s*([^:,]+?)\\s*");
  private static final int MAX_LENGTH = 2000;

  private final Map<String, List<String>> groupsOfModules = new LinkedHashMap<>();

  private GroupChoice() {}

  /**
   * Null or blank chooses nothing; throws {@link IllegalArgumentException} that says what is wrong.
   */
  public static GroupChoice parse(String text) {
    GroupChoice choice = new GroupChoice();
    if (text == null || text.isBlank()) {
      return choice;
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("groups has more than " + MAX_LENGTH + " characters");
    }
    for (String item : text.split(",", -1)) {
      Matcher matcher = ITEM.matcher(item);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("groups: \"" + item + "\" is not MODULE:GROUP");
      }
      choice
          .groupsOfModules
          .computeIfAbsent(key(matcher.group(1)), none -> new ArrayList<>())
          .add(key(matcher.group(2)));
    }
    return choice;
  }

  /**
   * The events of the chosen groups, and those that no choice concerns. Throws {@link
   * IllegalArgumentException} that names a group which the timetable does not have.
   */
  public List<TimetableEvent> of(List<TimetableEvent> events) {
    Map<String, Set<String>> decided = new HashMap<>();
    groupsOfModules.forEach(
        (module, groups) ->
            groups.forEach(
                group ->
                    decided
                        .computeIfAbsent(module, none -> new HashSet<>())
                        .addAll(purposes(events, module, group))));
    return events.stream().filter(event -> isWanted(event, decided)).toList();
  }

  private boolean isWanted(TimetableEvent event, Map<String, Set<String>> decided) {
    String module = key(event.module());
    return !decided.containsKey(module)
        || groupsOfModules.get(module).contains(key(event.group()))
        || !decided.get(module).contains(purpose(event));
  }

  /** What the group meets for, at least one thing. */
  private static Set<String> purposes(List<TimetableEvent> events, String module, String group) {
    Set<String> purposes =
        events.stream()
            .filter(event -> key(event.module()).equals(module) && key(event.group()).equals(group))
            .map(GroupChoice::purpose)
            .collect(Collectors.toSet());
    if (purposes.isEmpty()) {
      throw new IllegalArgumentException("groups: there is no " + module + ":" + group);
    }
    return purposes;
  }

  /** What a group meets for: the type, or else the letters before the number of the activity. */
  private static String purpose(TimetableEvent event) {
    return Optional.ofNullable(event.type())
        .map(Enum::name)
        .orElseGet(() -> key(event.activity()).replaceAll("\\d.*", ""));
  }

  private static String key(String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }
}
