package dev.sluice.timetable.plan;

import static dev.sluice.timetable.SampleEvents.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.timetable.EventTime;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventEditTest {

  private static final TimetableEvent LECTURE =
      weekly("COS214", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9);

  /** An exam with an assumed end, and all doubts that there can be. */
  private static final TimetableEvent EXAM =
      LECTURE.at(
          new EventTime(null, null, LocalTime.of(7, 30), LocalTime.of(10, 30), true, false),
          List.of("TBA"),
          List.of("date-unknown", "venue-unknown", "end-unknown", "ocr"));

  @Test
  void withoutAChoiceNothingChanges() {
    assertThat(edited(LECTURE, "{}")).isEqualTo(LECTURE);
    assertThat(edited(EXAM, "{'leftOut':true,'title':'Other'}")).isEqualTo(EXAM);
  }

  @Test
  void anAssumedEndAfterMidnightStaysWithoutAChoice() {
    TimetableEvent late =
        EXAM.at(
            new EventTime(null, null, LocalTime.of(22, 0), LocalTime.of(1, 0), true, false),
            List.of(),
            List.of("end-before-start"));

    assertThat(edited(late, "{}")).isEqualTo(late);
    assertThat(edited(late, "{'start':'20:00'}").end()).isEqualTo("23:00");
  }

  @Test
  void onlyWhatIsNamedChanges() {
    // When
    TimetableEvent moved = edited(LECTURE, "{'weekday':'FRIDAY'}");
    TimetableEvent later = edited(LECTURE, "{'end':'09:30'}");
    TimetableEvent elsewhere = edited(LECTURE, "{'venues':['Desk','Hall']}");

    // Then
    assertThat(moved.time()).isEqualTo(LECTURE.time().weekly(DayOfWeek.FRIDAY));
    assertThat(later.time())
        .isEqualTo(LECTURE.time().between(LECTURE.start(), LocalTime.of(9, 30)));
    assertThat(elsewhere.venues()).containsExactly("Desk", "Hall");
    assertThat(elsewhere.time()).isEqualTo(LECTURE.time());
  }

  @Test
  void aDateMakesItHappenOnceAndAWeekdayEveryWeek() {
    // When
    TimetableEvent once = edited(LECTURE, "{'date':'2026-03-03'}");
    TimetableEvent again = edited(once, "{'weekday':'MONDAY'}");

    // Then
    assertThat(once.recurring()).isFalse();
    assertThat(once.date()).isEqualTo(LocalDate.parse("2026-03-03"));
    assertThat(once.weekday()).isEqualTo(DayOfWeek.TUESDAY);
    assertThat(again).isEqualTo(LECTURE);
  }

  @Test
  void anAssumedEndGoesWithItsStart() {
    assertThat(edited(EXAM, "{'start':'08:00'}").end()).isEqualTo(LocalTime.of(11, 0));
    assertThat(edited(EXAM, "{'start':'08:00'}").endAssumed()).isTrue();
    assertThat(edited(EXAM, "{'start':'22:00'}").end()).as("same day").isEqualTo("23:59");
    assertThat(edited(EXAM, "{'end':'09:00'}").endAssumed()).isFalse();
    assertThat(edited(LECTURE, "{'start':'08:30'}").end()).isEqualTo(LECTURE.end());
  }

  @Test
  void anOwnersLengthIsForAssumedEndsOnly() {
    // Given
    Optional<Duration> two = Optional.of(Duration.ofHours(2));

    // Then
    assertThat(new EventEdit(EventChoice.NONE, two).of(EXAM).end()).isEqualTo("09:30");
    assertThat(new EventEdit(EventChoice.NONE, two).of(LECTURE)).isEqualTo(LECTURE);
  }

  @Test
  void aChoiceSettlesTheDoubtThatItIsAbout() {
    assertThat(edited(EXAM, "{'date':'2026-11-03'}").flags())
        .containsExactly("venue-unknown", "end-unknown", "ocr");
    assertThat(edited(EXAM, "{'venues':['Hall'],'end':'10:00'}").flags())
        .containsExactly("date-unknown", "ocr");
  }

  private static TimetableEvent edited(TimetableEvent event, String choice) {
    return new EventEdit(SampleChoices.event(choice), Optional.empty()).of(event);
  }
}
