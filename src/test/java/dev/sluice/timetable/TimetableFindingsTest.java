package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Flag;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableFindingsTest {

  /** Knows S2 of 2025 alone. */
  private static final Profile PROFILE =
      ParsedTimetables.shipped().find("up-lectures").orElseThrow();

  @Test
  void aTimetableWhoseDaysHadAllPassedWhenItCameInIsFlagged() {
    assertThat(flags("2025-10-31", "S1", "S2")).isEmpty();
    assertThat(flags("2025-11-01", "S1", "S2"))
        .containsExactly(new Flag(0, "timetable-past", "Its last day was 2025-10-31."));
  }

  @Test
  void aTimetableWhoseDaysNobodyKnowsIsNot() {
    assertThat(flags("2026-11-30", "S1", "Y")).isEmpty();
  }

  private static List<Flag> flags(String received, String one, String other) {
    List<TimetableEvent> events =
        List.of(
            SampleEvents.weekly("COS110", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9, one),
            SampleEvents.weekly("COS110", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9, other));
    Timetable timetable = new Timetable("up-lectures", 2, events, List.of());
    return TimetableFindings.of(timetable, PROFILE, LocalDate.parse(received)).flags();
  }
}
