package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    if (text != null && text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("groups has more than " + MAX_LENGTH + " characters");
    }
    return read(text);
  }

  /** The same of a text of any length. */
  static GroupChoice read(String text) {
    GroupChoice choice = new GroupChoice();
    if (text == null || text.isBlank()) {
      return choice;
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
    missing(events).stream()
        .findFirst()
        .ifPresent(
            group -> {
              throw new IllegalArgumentException("groups: there is no " + group);
            });
    return events.stream().filter(wanted(events)).toList();
  }

  /** Tells the wanted events of a timetable; groups that it does not have choose nothing. */
  public Predicate<TimetableEvent> wanted(List<TimetableEvent> events) {
    Map<String, Set<String>> known = purposes(events);
    Map<String, Set<String>> decided = new HashMap<>();
    groupsOfModules.forEach(
        (module, groups) ->
            groups.stream()
                .map(group -> known.get(module + ":" + group))
                .filter(Objects::nonNull)
                .forEach(
                    purposes ->
                        decided.computeIfAbsent(module, none -> new HashSet<>()).addAll(purposes)));
    return event -> isWanted(event, decided);
  }

  /** The groups that a timetable does not have, such as {@code COS214:P09}. */
  public List<String> missing(List<TimetableEvent> events) {
    Set<String> known = purposes(events).keySet();
    return groupsOfModules.entrySet().stream()
        .flatMap(chosen -> chosen.getValue().stream().map(group -> chosen.getKey() + ":" + group))
        .filter(group -> !known.contains(group))
        .toList();
  }

  /** Whether the event's own group is among those that were chosen. */
  public boolean names(TimetableEvent event) {
    return groupsOfModules
        .getOrDefault(key(event.module()), List.of())
        .contains(key(event.group()));
  }

  private boolean isWanted(TimetableEvent event, Map<String, Set<String>> decided) {
    String module = key(event.module());
    return !decided.containsKey(module)
        || names(event)
        || !decided.get(module).contains(purpose(event));
  }

  /** What each group meets for, such as {@code COS214:P01}. */
  private static Map<String, Set<String>> purposes(List<TimetableEvent> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> key(event.module()) + ":" + key(event.group()),
                Collectors.mapping(GroupChoice::purpose, Collectors.toSet())));
  }

  /** What a group meets for: the type, or else the letters before the number of the activity. */
  static String purpose(TimetableEvent event) {
    return Optional.ofNullable(event.type())
        .map(Enum::name)
        .orElseGet(() -> key(event.activity()).replaceAll("\\d.*", ""));
  }

  /** The name of a module or group as it is compared; empty for null. */
  public static String key(String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }
}
