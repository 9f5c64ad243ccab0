package dev.sluice.timetable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the rows of a sheet into events, and reports what it cannot read. */
final class EventReader {

  /**
   * Largest number of events, more than any timetable has; rows beyond it are reported as not
   * understood.
   */
  static final int MAX_EVENTS = 10_000;

  private final Profile profile;
  private final UnreadRows unread;
  private final ValueReader values;
  private final TimeReader clock;
  private final TypeLetter letter;
  private final List<TimetableEvent> events = new ArrayList<>();

  EventReader(Profile profile, UnreadRows unread) {
    this.profile = profile;
    this.unread = unread;
    this.values = new ValueReader(profile, unread);
    this.clock = new TimeReader(profile.formats());
    this.letter = new TypeLetter(profile);
  }

  List<TimetableEvent> events() {
    return events;
  }

  /** Reads the next row. */
  void read(SheetRow row) {
    List<CellLine> leftOver = new ArrayList<>();
    List<EventLines> occasions =
        profile.perLine()
            ? EventLines.ofLines(row, profile, leftOver)
            : List.of(EventLines.of(row));
    if (occasions.isEmpty() || events.size() + occasions.size() > MAX_EVENTS) {
      unread.add(row.beginning().page(), row.text());
      return;
    }
    leftOver.forEach(line -> unread.add(line.page(), line.text()));
    events.addAll(slots(occasions));
  }

  private List<TimetableEvent> slots(List<EventLines> occasions) {
    VenueMerger slots = new VenueMerger();
    String activity = null;
    for (EventLines lines : occasions) {
      slots.add(event(lines, activity));
      activity =
          lines.text(TimetableField.ACTIVITY) == null
              ? activity
              : lines.text(TimetableField.ACTIVITY);
    }
    return slots.events();
  }

  private TimetableEvent event(EventLines lines, String activityAbove) {
    List<String> flags = new ArrayList<>();
    Optional<LocalDate> date =
        values.read(lines, TimetableField.DATE, clock::date, "date-unknown", flags);
    Optional<DayOfWeek> weekday =
        values.read(lines, TimetableField.WEEKDAY, clock::weekday, "weekday-unknown", flags);
    TimeRange times = TimeRange.of(lines, values, clock, profile.assumedLength(), flags);
    boolean both = date.isPresent() && weekday.isPresent();
    if (both && date.get().getDayOfWeek() != weekday.get()) {
      flags.add("weekday-differs");
    }
    return new TimetableEvent(
        profile.kind(),
        lines.text(TimetableField.MODULE),
        activity(lines, activityAbove, flags),
        lines.text(TimetableField.TEST),
        lines.text(TimetableField.PAPER),
        letter.type(lines, flags),
        lines.text(TimetableField.GROUP),
        letter.language(lines),
        lines.text(TimetableField.OFFERED),
        weekday.orElse(null),
        date.orElse(null),
        times.start(),
        times.end(),
        times.assumed(),
        venues(lines, flags),
        lines.text(TimetableField.CAMPUS),
        lines.text(TimetableField.EXAM_CAMPUS),
        lines.text(TimetableField.STATUS),
        lines.text(TimetableField.COMMENTS),
        lines.texts(TimetableField.PROGRAMME),
        profile.recurring(),
        flags,
        lines.place().page(),
        lines.place().box(),
        profile.name() + (profile.perLine() ? "/line" : "/row"));
  }

  private static String activity(EventLines lines, String above, List<String> flags) {
    String own = lines.text(TimetableField.ACTIVITY);
    if (own == null && above != null) {
      flags.add("activity-from-above");
    }
    return own == null ? above : own;
  }

  private List<String> venues(EventLines lines, List<String> flags) {
    String all = lines.text(TimetableField.VENUE);
    boolean isOne =
        all != null
            && (profile.isUnknown(all)
                || profile.lines(TimetableField.VENUE) != ProfileColumn.Lines.EACH);
    List<String> venues = isOne ? List.of(all) : lines.texts(TimetableField.VENUE);
    boolean known = !venues.isEmpty() && venues.stream().noneMatch(profile::isUnknown);
    if (values.has(TimetableField.VENUE) && !known) {
      flags.add("venue-unknown");
    }
    return venues;
  }
}
