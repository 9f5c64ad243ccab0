package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static dev.sluice.timetable.calendar.Calendars.chosen;
import static org.assertj.core.api.Assertions.assertThat;

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
  void aWeeklyEventOfASemesterWhoseDatesNobodyKnowsHasNone(String offered) {
    assertThat(EventSchedule.of(lecture().offered(offered).event(), YEAR)).isEmpty();
  }

  @Test
  void aSemesterMayBeTooShortForAWeekday() {
    AcademicYear monday = chosen(YEAR, "2025-07-21", "2025-07-21");

    assertThat(EventSchedule.of(lecture().on(DayOfWeek.MONDAY).event(), monday)).isPresent();
    assertThat(EventSchedule.of(lecture().on(DayOfWeek.SUNDAY).event(), monday)).isEmpty();
    assertThat(EventSchedule.of(lecture().on(DayOfWeek.TUESDAY).event(), monday)).isEmpty();
  }

  @Test
  void anEventThatIsNeverHeldHasNoSchedule() {
    AcademicYear recess = chosen(YEAR, "2025-09-29", "2025-10-03");

    assertThat(EventSchedule.of(lecture().event(), recess)).isEmpty();
  }

  @Test
  void anEndThatIsNotAfterTheStartIsNone() {
    assertThat(
            EventSchedule.of(lecture().to(LocalTime.of(8, 30)).event(), YEAR).orElseThrow().end())
        .isNull();
  }
}
