package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.exam;
import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

/** What a timetable's owner learns of its calendar on one day or another. */
class TimetableCalendarsTest {

  private static final Profiles PROFILES =
      new Profiles(
          new FileSystemResource("config/profiles/up-lectures.yaml"),
          new FileSystemResource("config/profiles/up-exams.yaml"));

  private static final CalendarOptions NO_OPTIONS = CalendarOptions.of(name -> null);

  @Test
  void aTimetableOfBothSemestersIsShownAsFarAsItsDatesAreKnown() {
    // When
    CalendarSummary summary =
        summary("2025-07-15T10:00:00Z", "2025-07-15T10:00:00Z", NO_OPTIONS, lectures());

    // Then
    assertThat(summary)
        .isEqualTo(new CalendarSummary(1, false, List.of("S2:2025-07-21..2025-10-31")));
  }

  @Test
  void aTimetableOfTodayIsNotPutIntoAYearThatHasPassedUnsaid() {
    // When
    CalendarSummary summary =
        summary("2026-11-30T10:00:00Z", "2026-11-30T10:00:00Z", NO_OPTIONS, lectures());

    // Then
    assertThat(summary)
        .isEqualTo(new CalendarSummary(1, true, List.of("S2:2025-07-21..2025-10-31")));
  }

  @Test
  void datesThatAreSentPutEachEventInItsOwnSemester() {
    // Given
    CalendarOptions options =
        CalendarOptions.of(
            Map.of("semesters", "S1:2027-02-08..2027-05-21,S2:2027-07-19..2027-10-29")::get);

    // When
    CalendarSummary summary =
        summary("2026-11-30T10:00:00Z", "2026-11-30T10:00:00Z", options, lectures());

    // Then
    assertThat(summary)
        .isEqualTo(
            new CalendarSummary(
                0, false, List.of("S1:2027-02-08..2027-05-21", "S2:2027-07-19..2027-10-29")));
  }

  @Test
  void aCalendarHasPassedFromTheDayAfterItsLastInItsOwnZone() {
    // Given
    List<TimetableEvent> events =
        List.of(exam(LocalDate.parse("2025-11-12")).event(), exam(null).event());
    Timetable exams = new Timetable("up-exams", 2, events, List.of());
    String received = "2025-10-01T10:00:00Z";

    // Then: it is two hours later there
    assertThat(summary(received, "2025-11-12T21:59:59Z", NO_OPTIONS, exams))
        .isEqualTo(new CalendarSummary(1, false, List.of()));
    assertThat(summary(received, "2025-11-12T22:00:00Z", NO_OPTIONS, exams))
        .isEqualTo(new CalendarSummary(1, true, List.of()));
  }

  private static Timetable lectures() {
    return new Timetable(
        "up-lectures",
        2,
        List.of(lecture().offered("S1").event(), lecture().offered("S2").event()),
        List.of());
  }

  private static CalendarSummary summary(
      String received, String now, CalendarOptions options, Timetable timetable) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    return new TimetableCalendars(new Timetables(null, PROFILES), null, clock)
        .summary(document(Instant.parse(received)), timetable, options)
        .orElseThrow();
  }

  private static Document document(Instant received) {
    return new Document(
        new DocumentId(new UUID(0, 1)),
        "me",
        "",
        1,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.BULK,
        "auto",
        DocumentState.COMPLETED,
        1,
        0,
        0,
        Duration.ZERO,
        null,
        null,
        1,
        1,
        List.of(),
        "1",
        "key",
        received,
        received,
        received,
        null,
        null);
  }
}
