package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Timetable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarOptionsTest {

  private static final Map<String, String> ONE =
      Map.of("semesterStart", "2026-02-09", "semesterEnd", "2026-05-22");

  @Test
  void semestersAreNamedAndASingleOneIsNot() {
    // When
    CalendarOptions each =
        of(Map.of("semesters", "S1:2026-02-09..2026-05-22,S2:2026-07-20..2026-10-30"));
    CalendarOptions one = of(ONE);
    CalendarOptions none = of(Map.of());

    // Then
    assertThat(each.each()).isEqualTo("S1:2026-02-09..2026-05-22,S2:2026-07-20..2026-10-30");
    assertThat(each.single()).isEmpty();
    assertThat(one.each()).isNull();
    assertThat(one.single()).hasToString("Optional[2026-02-09..2026-05-22]");
    assertThat(none.each()).isNull();
    assertThat(none.single()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                  | as in S1:2026-02-09..2026-05-22
          S1                                                  | as in S1:2026-02-09..2026-05-22
          S1:2026-02-09..2026-05-22,                          | as in S1:2026-02-09..2026-05-22
          S1:2026-02-30..2026-05-22                           | first is not a date
          S1:2026-02-09..2026-02-08                           | last is before first
          S1:1999-02-09..1999-05-22                           | must be in the years 2000 to 2100
          S1:2026-02-09..2028-05-22                           | not be longer than 366 days
          2026-02-09..2026-05-22                              | needs the name of its semester
          S1:2026-02-09..2026-05-22,S1:2026-05-01..2026-10-01 | overlap
          """)
  void semestersThatAreNoneAreRefusedByName(String semesters, String message) {
    assertRefused(Map.of("semesters", semesters), "semesters", message);
  }

  @ParameterizedTest
  @CsvSource({"semesterStart", "semesterEnd"})
  void semestersAndASingleOneExcludeEachOther(String name) {
    assertRefused(
        Map.of("semesters", "S1:2026-02-09..2026-05-22", name, "2026-05-22"), "semesters", name);
  }

  @Test
  void aSingleSemesterIsForATimetableOfOne() {
    // Given
    Timetable both = timetable("S1", "S2");

    // Then
    assertThat(of(ONE).choose(timetable("S1", "S1"))).hasSize(2);
    assertThat(of(Map.of()).choose(both)).hasSize(2);
    assertThatThrownBy(() -> of(ONE).choose(both))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("S1, S2")
        .hasMessageContaining("send semesters");
  }

  private static Timetable timetable(String one, String other) {
    return new Timetable(
        "up-lectures",
        2,
        List.of(lecture().offered(one).event(), lecture().offered(other).group("G02").event()),
        List.of());
  }

  private static CalendarOptions of(Map<String, String> values) {
    return CalendarOptions.of(values::get);
  }

  private static void assertRefused(Map<String, String> values, String name, String message) {
    assertThatThrownBy(() -> of(values))
        .isInstanceOfSatisfying(
            FailureException.class,
            refused -> {
              assertThat(refused.failure().code()).isEqualTo(FailureCode.BAD_REQUEST);
              assertThat(refused.failure().detail()).startsWith(name).contains(message);
            });
  }
}
