package dev.sluice.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes events of the rows of a sheet; what it cannot read is told beside them. */
final class EventReader {

  private final Profile profile;
  private final Clock clock;
  private final TypeLetter letter;
  private final List<TimetableEvent> events = new ArrayList<>();
  private final List<NotUnderstood> strange = new ArrayList<>();

  EventReader(Profile profile) {
    this.profile = profile;
    this.clock = new Clock(profile.formats());
    this.letter = new TypeLetter(profile);
  }

  List<TimetableEvent> events() {
    return events;
  }

  List<NotUnderstood> strange() {
    return strange;
  }

  /** The next row. */
  void read(SheetRow row) {
    if (!profile.perLine()) {
      events.add(event(Occasion.of(row), null));
      return;
    }
    List<CellLine> leftOver = new ArrayList<>();
    List<Occasion> occasions = Occasion.ofLines(row, profile, leftOver);
    leftOver.forEach(line -> strange.add(new NotUnderstood(line.page(), line.text())));
    if (occasions.isEmpty()) {
      strange.add(new NotUnderstood(row.page(), row.text()));
    }
    SlotsOfRow slots = new SlotsOfRow();
    String activity = null;
    for (Occasion occasion : occasions) {
      slots.add(event(occasion, activity));
      activity = occasion.text(Field.ACTIVITY) == null ? activity : occasion.text(Field.ACTIVITY);
    }
    events.addAll(slots.events());
  }

  private TimetableEvent event(Occasion occasion, String activityAbove) {
    List<String> flags = new ArrayList<>();
    Optional<LocalDate> date = known(occasion, Field.DATE, clock::date, "date-unknown", flags);
    Optional<DayOfWeek> weekday =
        known(occasion, Field.WEEKDAY, clock::weekday, "weekday-unknown", flags);
    Times times = times(occasion, flags);
    boolean differs = date.isPresent() && weekday.isPresent();
    if (differs && date.get().getDayOfWeek() != weekday.get()) {
      flags.add("weekday-differs");
    }
    return new TimetableEvent(
        profile.kind(),
        occasion.text(Field.MODULE),
        activity(occasion, activityAbove, flags),
        occasion.text(Field.TEST),
        occasion.text(Field.PAPER),
        letter.type(occasion, flags),
        occasion.text(Field.GROUP),
        letter.language(occasion),
        occasion.text(Field.OFFERED),
        weekday.orElse(null),
        date.orElse(null),
        times.start(),
        times.end(),
        times.assumed(),
        venues(occasion, flags),
        occasion.text(Field.CAMPUS),
        occasion.text(Field.EXAM_CAMPUS),
        occasion.text(Field.STATUS),
        occasion.text(Field.COMMENTS),
        occasion.texts(Field.PROGRAMME),
        profile.recurring(),
        flags,
        occasion.row().page(),
        occasion.row().box(),
        profile.name() + (profile.perLine() ? "/line" : "/row"));
  }

  private String activity(Occasion occasion, String above, List<String> flags) {
    String own = occasion.text(Field.ACTIVITY);
    if (own == null && above != null) {
      flags.add("activity-from-above");
    }
    return own == null ? above : own;
  }

  private List<String> venues(Occasion occasion, List<String> flags) {
    List<String> venues =
        profile.lines(Field.VENUE) == Column.Lines.EACH
            ? occasion.texts(Field.VENUE)
            : Optional.ofNullable(occasion.text(Field.VENUE)).map(List::of).orElse(List.of());
    if (has(Field.VENUE) && (venues.isEmpty() || venues.stream().anyMatch(profile::isUnknown))) {
      flags.add("venue-unknown");
    }
    return venues;
  }

  private record Times(LocalTime start, LocalTime end, boolean assumed) {}

  private Times times(Occasion occasion, List<String> flags) {
    if (has(Field.TIME)) {
      return known(occasion, Field.TIME, clock::range, "time-unknown", flags)
          .map(ends -> ordered(new Times(ends.get(0), ends.get(1), false), flags))
          .orElse(new Times(null, null, false));
    }
    LocalTime start = known(occasion, Field.START, clock::time, "time-unknown", flags).orElse(null);
    if (has(Field.END)) {
      LocalTime end = known(occasion, Field.END, clock::time, "time-unknown", flags).orElse(null);
      return ordered(new Times(start, end, false), flags);
    }
    if (start == null || profile.assumedLength() == null) {
      return new Times(start, null, false);
    }
    return ordered(new Times(start, start.plus(profile.assumedLength()), true), flags);
  }

  private static Times ordered(Times times, List<String> flags) {
    if (times.start() != null && times.end() != null && !times.end().isAfter(times.start())) {
      flags.add("end-before-start");
    }
    return times;
  }

  /** Empty and flagged for what is blank, not fixed yet or strange. */
  private <T> Optional<T> known(
      Occasion occasion,
      Field field,
      Function<String, Optional<T>> parse,
      String flag,
      List<String> flags) {
    String text = occasion.text(field);
    if (!has(field)) {
      return Optional.empty();
    }
    Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
    if (value.isEmpty() && !flags.contains(flag)) {
      flags.add(flag);
    }
    if (value.isEmpty() && text != null && !profile.isUnknown(text)) {
      strange.add(new NotUnderstood(occasion.row().page(), field + ": " + text));
    }
    return value;
  }

  private boolean has(Field field) {
    return profile.columns().stream().anyMatch(column -> column.field() == field);
  }
}
