package dev.sluice.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes events of the rows of a sheet; what it cannot read is told beside them. */
final class EventReader {

  /** More than any timetable has; a row with events beyond it is not understood. */
  static final int MAX_EVENTS = 10_000;

  private final Profile profile;
  private final Strange strange;
  private final Values values;
  private final Clock clock;
  private final TypeLetter letter;
  private final List<TimetableEvent> events = new ArrayList<>();

  EventReader(Profile profile, Strange strange) {
    this.profile = profile;
    this.strange = strange;
    this.values = new Values(profile, strange);
    this.clock = new Clock(profile.formats());
    this.letter = new TypeLetter(profile);
  }

  List<TimetableEvent> events() {
    return events;
  }

  /** The next row. */
  void read(SheetRow row) {
    List<CellLine> leftOver = new ArrayList<>();
    List<Occasion> occasions =
        profile.perLine() ? Occasion.ofLines(row, profile, leftOver) : List.of(Occasion.of(row));
    if (occasions.isEmpty() || events.size() + occasions.size() > MAX_EVENTS) {
      strange.add(row.beginning().page(), row.text());
      return;
    }
    leftOver.forEach(line -> strange.add(line.page(), line.text()));
    events.addAll(slots(occasions));
  }

  private List<TimetableEvent> slots(List<Occasion> occasions) {
    SlotsOfRow slots = new SlotsOfRow();
    String activity = null;
    for (Occasion occasion : occasions) {
      slots.add(event(occasion, activity));
      activity = occasion.text(Field.ACTIVITY) == null ? activity : occasion.text(Field.ACTIVITY);
    }
    return slots.events();
  }

  private TimetableEvent event(Occasion occasion, String activityAbove) {
    List<String> flags = new ArrayList<>();
    Optional<LocalDate> date =
        values.read(occasion, Field.DATE, clock::date, "date-unknown", flags);
    Optional<DayOfWeek> weekday =
        values.read(occasion, Field.WEEKDAY, clock::weekday, "weekday-unknown", flags);
    Times times = Times.of(occasion, values, clock, profile.assumedLength(), flags);
    boolean both = date.isPresent() && weekday.isPresent();
    if (both && date.get().getDayOfWeek() != weekday.get()) {
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
        occasion.place().page(),
        occasion.place().box(),
        profile.name() + (profile.perLine() ? "/line" : "/row"));
  }

  private static String activity(Occasion occasion, String above, List<String> flags) {
    String own = occasion.text(Field.ACTIVITY);
    if (own == null && above != null) {
      flags.add("activity-from-above");
    }
    return own == null ? above : own;
  }

  private List<String> venues(Occasion occasion, List<String> flags) {
    String all = occasion.text(Field.VENUE);
    boolean isOne =
        all != null && (profile.isUnknown(all) || profile.lines(Field.VENUE) != Column.Lines.EACH);
    List<String> venues = isOne ? List.of(all) : occasion.texts(Field.VENUE);
    boolean known = !venues.isEmpty() && venues.stream().noneMatch(profile::isUnknown);
    if (values.has(Field.VENUE) && !known) {
      flags.add("venue-unknown");
    }
    return venues;
  }
}
