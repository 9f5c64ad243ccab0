package dev.sluice.timetable.plan;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.calendar.DateRange;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Refuses choices that make no sense or are too many, and names the one that is wrong. */
final class ChoicesCheck {

  private static final int MAX_MODULES = 500;
  private static final int MAX_EVENTS = 2000;
  private static final int MAX_ADDED = 200;
  private static final int MAX_FREE = 200;
  private static final int MAX_DAY_MINUTES = 1439;
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,36}");

  private ChoicesCheck() {}

  /** Throws {@link FailureException} with BAD_REQUEST. */
  static void require(Choices choices) {
    requireGroups(choices.groups());
    choices.options();
    ChosenValue.reminder("reminderMinutes", choices.reminderMinutes());
    ChosenValue.between("assumedLengthMinutes", 1, MAX_DAY_MINUTES, choices.assumedLengthMinutes());
    each("modules", MAX_MODULES, choices.modules(), ChoicesCheck::module);
    each("events", MAX_EVENTS, choices.events(), ChoicesCheck::event);
    requireFree(choices.free());
    atMost("added", MAX_ADDED, choices.added());
    Set<String> ids = new HashSet<>();
    choices.added().forEach(event -> added(event, ids));
  }

  private static void requireGroups(String groups) {
    try {
      GroupChoice.parse(ChosenValue.storable("groups", groups));
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(FailureCode.BAD_REQUEST, wrong.getMessage() + ".", wrong);
    }
  }

  private static void module(String name, ModuleChoice module) {
    String where = "modules." + name;
    ChosenValue.text("modules", name);
    ChosenValue.text(where + ".title", module.title());
    ChosenValue.reminder(where + ".reminderMinutes", module.reminderMinutes());
  }

  private static void event(String key, EventChoice event) {
    if (!KEY.matcher(key).matches()) {
      throw ChosenValue.bad("events", "are named by the keys that the list of events has");
    }
    String where = "events." + key;
    ChosenValue.text(where + ".title", event.title());
    ChosenValue.reminder(where + ".reminderMinutes", event.reminderMinutes());
    ChosenValue.venues(where + ".venues", event.venues());
    ChosenTimes.of(event).require(where);
  }

  private static void added(AddedEvent event, Set<String> ids) {
    if (event.id() == null || !ID.matcher(event.id()).matches() || !ids.add(event.id())) {
      throw ChosenValue.bad(
          "added", "needs ids, each its own, of 1 to 36 letters, digits and hyphens");
    }
    String where = "added." + event.id();
    ChosenValue.text(where + ".module", event.module());
    ChosenValue.text(where + ".title", event.title());
    ChosenValue.text(where + ".offered", event.offered());
    ChosenValue.reminder(where + ".reminderMinutes", event.reminderMinutes());
    ChosenValue.venues(where + ".venues", event.venues());
    if (event.module() == null && event.title() == null) {
      throw ChosenValue.bad(where, "needs a module or a title");
    }
    ChosenTimes.of(event).requireAll(where);
  }

  private static void requireFree(List<String> free) {
    if (free == null) {
      return;
    }
    atMost("free", MAX_FREE, free);
    for (String days : free) {
      try {
        DateRange range = DateRange.parse(days);
        ChosenValue.day("free", range.first());
        ChosenValue.day("free", range.last());
      } catch (IllegalArgumentException wrong) {
        throw ChosenValue.bad("free", "must be days as in 2026-04-03 or 2026-03-20..2026-03-29");
      }
    }
  }

  private static <T> void each(
      String name, int limit, Map<String, T> choices, BiConsumer<String, T> check) {
    atMost(name, limit, choices.keySet());
    choices.forEach(
        (key, choice) -> {
          if (choice == null) {
            throw ChosenValue.bad(name, "must not be null for any name");
          }
          check.accept(key, choice);
        });
  }

  private static void atMost(String name, int limit, Collection<?> choices) {
    if (choices.size() > limit) {
      throw ChosenValue.bad(name, "may be " + limit);
    }
  }
}
