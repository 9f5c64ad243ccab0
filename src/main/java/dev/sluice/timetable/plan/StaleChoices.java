package dev.sluice.timetable.plan;

import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.TimetableEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the choices for what a timetable does not have: they wait for one that has it. */
record StaleChoices(Choices choices, List<TimetableEvent> printed, List<String> keys) {

  /** A line for each, which begins with the field of the choices. */
  List<String> list() {
    return Stream.of(groups(), modules(), events()).flatMap(stale -> stale).toList();
  }

  private Stream<String> groups() {
    return GroupChoice.parse(choices.groups()).missing(printed).stream()
        .map(group -> "groups: there is no " + group);
  }

  private Stream<String> modules() {
    Set<String> known =
        Stream.concat(
                printed.stream().map(TimetableEvent::module),
                choices.added().stream().map(AddedEvent::module))
            .map(GroupChoice::key)
            .collect(Collectors.toSet());
    return choices.modules().keySet().stream()
        .filter(module -> !known.contains(GroupChoice.key(module)))
        .map(module -> "modules: there is no " + module);
  }

  private Stream<String> events() {
    Set<String> known = new HashSet<>(keys);
    return choices.events().keySet().stream()
        .filter(key -> !known.contains(key))
        .map(key -> "events: there is no " + key);
  }
}
