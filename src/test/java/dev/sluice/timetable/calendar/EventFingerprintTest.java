package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static dev.sluice.timetable.calendar.Calendars.chosen;
import static dev.sluice.timetable.calendar.Calendars.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFingerprintTest {

  @Test
  void whateverChangesAboutAnEventChangesIt() {
    assertThat(
            List.of(
                of(lecture(), YEAR),
                of(lecture().on(DayOfWeek.FRIDAY), YEAR),
                of(lecture().from(LocalTime.of(8, 0)), YEAR),
                of(lecture().to(LocalTime.of(10, 0)), YEAR),
                of(lecture().in("Hall 1"), YEAR),
                of(lecture().comments("now in English"), YEAR)))
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherFreeDayChangesItAndAnotherDateThatACallerChoosesDoesNot() {
    // Given
    AcademicYear fewerDays =
        new AcademicYear(
            YEAR.zone(),
            YEAR.semesters(),
            List.of(range("2025-07-28", "2025-07-28")),
            YEAR.published());
    AcademicYear unknown = new AcademicYear(YEAR.zone(), Map.of(), List.of(), Map.of());

    // Then
    assertThat(of(lecture(), fewerDays)).isNotEqualTo(of(lecture(), YEAR));
    assertThat(of(lecture(), chosen(YEAR, "2025-08-01", "2025-08-31")))
        .isEqualTo(of(lecture(), YEAR));
    assertThat(of(lecture(), chosen(unknown, "2025-08-01", "2025-08-31")))
        .isNotEqualTo(of(lecture(), YEAR));
  }

  @Test
  void itIsThatOfEarlierReleasesAsCalendarProgramsCountOnFromThere() {
    assertThat(of(lecture(), YEAR))
        .isEqualTo("886df5649c232e1c92eed8f0565a2e74d5b7e1ee19bd2076734a7d55870678cc");
  }

  private static String of(CalendarEvents event, AcademicYear year) {
    return EventFingerprint.of(event.event(), EventText.of(event.event()), year);
  }
}
