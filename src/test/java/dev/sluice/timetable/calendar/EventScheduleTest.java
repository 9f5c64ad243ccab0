package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static dev.sluice.timetable.calendar.Calendars.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventScheduleTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "Q3")
  void aWeeklyEventOfAnUnknownSemesterIsAFailureThatNamesIt(String offered) {
    assertThatThrownBy(() -> EventSchedule.of(lecture().offered(offered).event(), YEAR))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("missing-semester-dates")
        .hasMessageContaining(offered == null ? "none is named" : offered)
        .hasMessageContaining("COS 110");
  }

  @Test
  void aSemesterMayBeTooShortForAWeekday() {
    AcademicYear monday = YEAR.withSemester(range("2025-07-21", "2025-07-21"));

    assertThat(EventSchedule.of(lecture().on(DayOfWeek.MONDAY).event(), monday)).isPresent();
    assertThat(EventSchedule.of(lecture().on(DayOfWeek.SUNDAY).event(), monday)).isEmpty();
    assertThat(EventSchedule.of(lecture().on(DayOfWeek.TUESDAY).event(), monday)).isEmpty();
  }

  @Test
  void anEventThatIsNeverHeldHasNoSchedule() {
    AcademicYear recess = YEAR.withSemester(range("2025-09-29", "2025-10-03"));

    assertThat(EventSchedule.of(lecture().event(), recess)).isEmpty();
  }

  @Test
  void anEndThatIsNotAfterTheStartIsNone() {
    assertThat(
            EventSchedule.of(lecture().to(LocalTime.of(8, 30)).event(), YEAR).orElseThrow().end())
        .isNull();
  }
}
