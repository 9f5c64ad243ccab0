package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.calendar.CalendarOptions;
import dev.sluice.timetable.calendar.DateRange;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an owner chose for its timetables of one profile.
 *
 * @param groups such as {@code COS214:P01,COS110:G02}; null: all
 * @param modules by their names
 * @param reminderMinutes before events for which nothing else is chosen; null: none
 * @param semesters whose dates count before the profile's; null: none
 * @param free days without lectures; null: those of the profile
 * @param assumedLengthMinutes of events whose end is not printed; null: the profile's
 * @param events by their keys
 * @param added events that no timetable has
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Choices(
    String groups,
    Map<String, ModuleChoice> modules,
    Integer reminderMinutes,
    String semesters,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<String> free,
    Integer assumedLengthMinutes,
    Map<String, EventChoice> events,
    List<AddedEvent> added) {

  /** Nothing is chosen. */
  static final Choices NONE = new Choices(null, null, null, null, null, null, null, null);

  /** Makes its collections unchangeable, and none of them null but the free days. */
  public Choices {
    groups = groups == null || groups.isBlank() ? null : groups;
    semesters = semesters == null || semesters.isBlank() ? null : semesters;
    modules = unchangeable(modules);
    events = unchangeable(events);
    free = free == null ? null : List.copyOf(free);
    added = added == null ? List.of() : List.copyOf(added);
  }

  /** Those that a calendar can have without any owner, too; throws if one of them is wrong. */
  CalendarOptions options() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("groups", groups);
    values.put("semesters", semesters);
    return CalendarOptions.of(values::get);
  }

  /** What is chosen for modules, by their names as they are compared. */
  Map<String, ModuleChoice> modulesByKey() {
    Map<String, ModuleChoice> byKey = new LinkedHashMap<>();
    modules.forEach((name, module) -> byKey.putIfAbsent(GroupChoice.key(name), module));
    return byKey;
  }

  /** What is chosen for the event with this key. */
  EventChoice event(String key) {
    return events.getOrDefault(key, EventChoice.NONE);
  }

  /** The days without lectures; empty: those of the profile. */
  Optional<List<DateRange>> freeDays() {
    return Optional.ofNullable(free).map(days -> days.stream().map(DateRange::parse).toList());
  }

  /** The length of events whose end is not printed; empty: the profile's. */
  Optional<Duration> assumedLength() {
    return Optional.ofNullable(assumedLengthMinutes).map(Duration::ofMinutes);
  }

  private static <T> Map<String, T> unchangeable(Map<String, T> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
