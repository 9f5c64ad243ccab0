package dev.sluice.timetable.plan;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.calendar.AcademicYear;
import dev.sluice.timetable.calendar.CalendarEvent;
import dev.sluice.timetable.calendar.CalendarOptions;
import dev.sluice.timetable.calendar.EventUids;
import dev.sluice.timetable.calendar.OwnersCalendar;
import dev.sluice.timetable.calendar.Timetables;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Applies the choices of plans to the timetables of documents. */
@Component
class ChosenTimetables {

  private static final CalendarOptions NO_OPTIONS = Choices.NONE.options();

  private final Timetables timetables;

  ChosenTimetables(Timetables timetables) {
    this.timetables = timetables;
  }

  /** A document's timetable after the choices of its owner. */
  ChosenTimetable of(TimetablePlan plan, Document document) {
    Timetable timetable = timetables.of(document);
    List<TimetableEvent> printed = timetable.events();
    Choices choices = plan.choices();
    Optional<AcademicYear> year = year(document, timetable, choices);
    List<String> keys = keys(timetable, year);
    List<ChosenEvent> events =
        new EventChooser(plan.id(), choices, printed)
            .choose(keys, EventUids.of(printed, timetable.profile(), known(year)));
    return new ChosenTimetable(
        document,
        timetable,
        events,
        new StaleChoices(choices, printed, keys).list(),
        year.map(own -> calendar(plan, document, timetable, events, own)));
  }

  /** The keys of a document's events, in their order. */
  List<String> keys(Document document, Timetable timetable) {
    return keys(timetable, year(document, timetable, Choices.NONE));
  }

  /** The timetable of a document as it is printed. */
  Timetable printed(Document document) {
    return timetables.of(document);
  }

  /** The semesters that the profile publishes for the events of a document. */
  List<Semester> published(Document document) {
    AcademicYear year =
        known(timetables.findYear(document, timetables.of(document), NO_OPTIONS)).asPublished();
    return new TreeSet<>(year.semesters().keySet()).stream().map(year::named).toList();
  }

  /**
   * The ids that the events have in a calendar with no chosen semesters: so choices for events hold
   * when their owner chooses other semesters.
   */
  private static List<String> keys(Timetable timetable, Optional<AcademicYear> year) {
    return EventUids.of(timetable.events(), timetable.profile(), known(year).asPublished());
  }

  private Optional<AcademicYear> year(Document document, Timetable timetable, Choices choices) {
    return timetables.findYear(document, timetable, choices.options());
  }

  private OwnersCalendar calendar(
      TimetablePlan plan,
      Document document,
      Timetable timetable,
      List<ChosenEvent> events,
      AcademicYear printedYear) {
    Choices choices = plan.choices();
    AcademicYear year =
        printedYear.withMissing(known(year(document, with(timetable, events), choices)));
    List<CalendarEvent> shown =
        events.stream().filter(ChosenEvent::isShown).map(ChosenEvent::forCalendar).toList();
    return new OwnersCalendar(
        plan.profile(),
        shown,
        choices.freeDays().map(year::withFree).orElse(year),
        printedYear,
        plan.version(),
        plan.updatedAt());
  }

  /** The timetable as if it said what its owner chose: that may name semesters of its own. */
  private static Timetable with(Timetable timetable, List<ChosenEvent> events) {
    return new Timetable(
        timetable.profile(),
        timetable.rowsSeen(),
        events.stream().map(ChosenEvent::event).toList(),
        List.of());
  }

  private static AcademicYear known(Optional<AcademicYear> year) {
    return year.orElseGet(AcademicYear::unknown);
  }
}
