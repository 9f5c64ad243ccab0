package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SemestersTest {

  private static final Semesters KNOWN =
      Semesters.parse(
          "S2:2025-07-21..2025-10-31,S1:2025-02-17..2025-05-30,S1:2026-02-09..2026-05-22");

  @Test
  void aSemesterIsTheOneThatGoesOnOrComesNext() {
    assertThat(next("S1", "2025-01-01")).hasValue("S1:2025-02-17..2025-05-30");
    assertThat(next("S1", "2025-05-30")).hasValue("S1:2025-02-17..2025-05-30");
    assertThat(next("s1", "2025-05-31")).hasValue("S1:2026-02-09..2026-05-22");
    assertThat(next("S1", "2026-05-23")).isEmpty();
    assertThat(next("Y", "2025-01-01")).isEmpty();
  }

  @Test
  void datesThatHadPassedCountOnlyIfThereAreNoOthers() {
    assertThat(on("2025-03-01", "S1", "S2", "Y"))
        .containsExactly("S1:2025-02-17..2025-05-30", "S2:2025-07-21..2025-10-31");
    assertThat(on("2026-02-01", "S1", "S2")).containsExactly("S1:2026-02-09..2026-05-22");
    assertThat(on("2026-02-01", "S2")).containsExactly("S2:2025-07-21..2025-10-31");
    assertThat(on("2026-11-30", "S1", "S2", "Y"))
        .containsExactly("S1:2026-02-09..2026-05-22", "S2:2025-07-21..2025-10-31");
    assertThat(on("2026-11-30", "Y")).isEmpty();
  }

  @Test
  void datesWithoutAnOfferingAreForThoseThatNoneNames() {
    // Given
    Semesters semesters = Semesters.parse("2025-01-01..2025-12-31,S2:2025-07-21..2025-10-31");
    LocalDate day = LocalDate.parse("2025-01-01");

    // Then
    assertThat(semesters.next("S2", day)).hasToString("Optional[S2:2025-07-21..2025-10-31]");
    assertThat(semesters.next("Y", day)).hasToString("Optional[2025-01-01..2025-12-31]");
    assertThat(semesters.next("", day)).hasToString("Optional[2025-01-01..2025-12-31]");
  }

  @Test
  void theirTextIsReadAsTheyWere() {
    assertThat(Semesters.parse(KNOWN.toString())).isEqualTo(KNOWN);
  }

  @Test
  void semestersOfOneOfferingMayNotOverlap() {
    assertThatThrownBy(() -> Semesters.parse("S1:2026-02-09..2026-05-22,s1:2026-05-22..2026-06-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlap");
  }

  private static Optional<String> next(String offered, String day) {
    return KNOWN.next(offered, LocalDate.parse(day)).map(Semester::toString);
  }

  private static List<String> on(String day, String... offerings) {
    return KNOWN.on(LocalDate.parse(day), List.of(offerings)).values().stream()
        .map(Semester::toString)
        .toList();
  }
}
