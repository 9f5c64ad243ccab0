package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.exam;
import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.timetable.TimetableEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventUidsTest {

  @Test
  void anEventThatMovesKeepsItsId() {
    assertThat(
            uid(
                lecture()
                    .on(DayOfWeek.THURSDAY)
                    .from(LocalTime.NOON)
                    .in("Hall 1")
                    .comments("moved")))
        .isEqualTo(uid(lecture()));
    assertThat(uid(exam(LocalDate.parse("2025-11-14"))))
        .isEqualTo(uid(exam(LocalDate.parse("2025-11-12"))));
  }

  @Test
  void anIdIsThatOfEarlierReleasesAsCalendarProgramsKnowTheEventByIt() {
    assertThat(uid(lecture())).isEqualTo("731f3145-f45d-3f7f-be49-cc229e57e5ac");
  }

  @Test
  void whatIsHeldForSomethingElseHasAnotherId() {
    assertThat(
            List.of(
                uid(lecture()),
                uid(lecture().module("COS 122")),
                uid(lecture().activity("L2")),
                uid(lecture().group("G02")),
                uid(lecture().offered("S1")),
                uid(exam(LocalDate.parse("2025-11-12"))),
                uid(exam(LocalDate.parse("2026-11-12")))))
        .doesNotHaveDuplicates();
    assertThat(EventUids.of(List.of(lecture().event()), "other-lectures", YEAR))
        .doesNotContain(uid(lecture()));
  }

  @Test
  void eventsThatAreHeldForTheSameAreToldApartInWhateverOrderTheyStand() {
    // Given
    TimetableEvent monday = lecture().on(DayOfWeek.MONDAY).event();
    TimetableEvent friday = lecture().on(DayOfWeek.FRIDAY).event();

    // When
    List<String> uids = EventUids.of(List.of(monday, friday), "up-lectures", YEAR);

    // Then
    assertThat(uids).doesNotHaveDuplicates();
    assertThat(EventUids.of(List.of(friday, monday), "up-lectures", YEAR))
        .containsExactly(uids.get(1), uids.get(0));
  }

  private static String uid(CalendarEvents event) {
    return EventUids.of(List.of(event.event()), "up-lectures", YEAR).get(0);
  }
}
