package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupChoiceTest {

  private static final TimetableEvent LECTURE =
      SampleEvents.weekly("COS214", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9);
  private static final TimetableEvent P01 =
      SampleEvents.weekly("COS214", "P01", Type.PRACTICAL, DayOfWeek.MONDAY, 10, 13);
  private static final TimetableEvent P02 =
      SampleEvents.weekly("COS214", "P02", Type.PRACTICAL, DayOfWeek.TUESDAY, 10, 13);
  private static final TimetableEvent OTHER =
      SampleEvents.weekly("COS110", "G01", Type.LECTURE, DayOfWeek.MONDAY, 12, 14);
  private static final List<TimetableEvent> ALL = List.of(LECTURE, P01, P02, OTHER);

  @Test
  void withoutAChoiceAllStay() {
    assertThat(GroupChoice.parse(null).of(ALL)).isEqualTo(ALL);
    assertThat(GroupChoice.parse("  ").of(ALL)).isEqualTo(ALL);
  }

  @Test
  void aChosenGroupLeavesOutThoseThatMeetForTheSame() {
    assertThat(GroupChoice.parse("cos214:p02").of(ALL)).containsExactly(LECTURE, P02, OTHER);
    assertThat(GroupChoice.parse("COS214:P02, COS214:G01,COS110:G01").of(ALL))
        .containsExactly(LECTURE, P02, OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COS214", "COS214:", ":P01", "COS214:P01,", "a:b:c"})
  void whatIsNoChoiceIsRefused(String text) {
    assertThatThrownBy(() -> GroupChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not MODULE:GROUP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COS214:P09", "COS999:P01", "COS110:P01"})
  void aGroupThatThereIsNotIsRefusedByName(String text) {
    assertThatThrownBy(() -> GroupChoice.parse(text).of(ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("there is no " + text);
  }

  @Test
  void eventsAtTheSameTimeClash() {
    // P01 lasts from 10 to 13 and OTHER begins at 12, both on Mondays
    assertThat(Clash.among(ALL)).containsExactly(new Clash(2, 4));
    assertThat(Clash.among(GroupChoice.parse("COS214:P02").of(ALL))).isEmpty();
  }

  @Test
  void eventsOfSemestersThatDoNotMeetDoNotClash() {
    TimetableEvent later =
        SampleEvents.weekly("A", "G", Type.LECTURE, DayOfWeek.MONDAY, 8, 9, "S2");
    TimetableEvent always =
        SampleEvents.weekly("B", "G", Type.LECTURE, DayOfWeek.MONDAY, 8, 9, "Y");

    assertThat(Clash.among(List.of(LECTURE, later))).isEmpty();
    assertThat(Clash.among(List.of(LECTURE, later, always)))
        .containsExactly(new Clash(1, 3), new Clash(2, 3));
  }

  @Test
  void whatEndsWhenTheOtherBeginsDoesNotClash() {
    TimetableEvent next = SampleEvents.weekly("A", "G", Type.LECTURE, DayOfWeek.MONDAY, 9, 10);

    assertThat(Clash.among(List.of(LECTURE, next))).isEmpty();
  }
}
