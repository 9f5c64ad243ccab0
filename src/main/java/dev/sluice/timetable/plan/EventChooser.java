package dev.sluice.timetable.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.calendar.EventText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Applies an owner's choices to the events of a timetable. */
final class EventChooser {

  private final UUID plan;
  private final Choices choices;
  private final List<TimetableEvent> printed;
  private final Predicate<TimetableEvent> wanted;
  private final Map<String, ModuleChoice> modules;
  private final ModuleColours colours;

  /**
   * Applies these.
   *
   * @param plan whose choices they are
   * @param printed the events of the timetable
   */
  EventChooser(UUID plan, Choices choices, List<TimetableEvent> printed) {
    this.plan = plan;
    this.choices = choices;
    this.printed = printed;
    this.wanted = GroupChoice.parse(choices.groups()).wanted(printed);
    this.modules = choices.modulesByKey();
    this.colours =
        new ModuleColours(
            Stream.concat(
                    printed.stream().map(TimetableEvent::module),
                    choices.added().stream().map(AddedEvent::module))
                .toList(),
            modules);
  }

  /**
   * All events in the order of the timetable, then those that were added.
   *
   * @param keys of the timetable's events, in their order
   * @param uids likewise
   */
  List<ChosenEvent> choose(List<String> keys, List<String> uids) {
    List<ChosenEvent> events = new ArrayList<>();
    for (int n = 0; n < printed.size(); n++) {
      events.add(chosen(keys.get(n), uids.get(n), printed.get(n)));
    }
    choices.added().forEach(added -> events.add(chosen(added)));
    return events;
  }

  private ChosenEvent chosen(String key, String uid, TimetableEvent event) {
    EventChoice choice = choices.event(key);
    return new ChosenEvent(
        key,
        uid,
        new EventEdit(choice, choices.assumedLength()).of(event),
        title(choice.title(), event),
        colours.of(event.module()),
        reminder(choice.reminderMinutes(), event.module()),
        choice.leftOut(),
        !wanted.test(event),
        choice.changesEvent(),
        false);
  }

  private ChosenEvent chosen(AddedEvent added) {
    TimetableEvent event = added.event(kind(), usualOffering());
    return new ChosenEvent(
        added.id(),
        UUID.nameUUIDFromBytes((plan + "\n" + added.id()).getBytes(UTF_8)).toString(),
        event,
        title(added.title(), event),
        colours.of(added.module()),
        reminder(added.reminderMinutes(), added.module()),
        false,
        false,
        false,
        true);
  }

  private String title(String own, TimetableEvent event) {
    String module = module(event.module()).title();
    return own == null ? EventText.summary(module == null ? event.module() : module, event) : own;
  }

  private Integer reminder(Integer own, String module) {
    return Stream.of(own, module(module).reminderMinutes(), choices.reminderMinutes())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ModuleChoice module(String name) {
    return modules.getOrDefault(GroupChoice.key(name), ModuleChoice.NONE);
  }

  private Kind kind() {
    return printed.stream().map(TimetableEvent::kind).findFirst().orElse(Kind.LECTURE);
  }

  /** The only semester of the timetable's weekly events; null if there are several, or none. */
  private String usualOffering() {
    Collection<String> offerings = Timetable.offerings(printed);
    String only = offerings.size() == 1 ? offerings.iterator().next() : "";
    return only.isEmpty() ? null : only;
  }
}
