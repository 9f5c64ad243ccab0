package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

/** Which dates the events of a timetable are given. */
class AcademicYearTest {

  /** Knows S2 of 2025 alone. */
  private static final Profile PROFILE =
      new Profiles(new FileSystemResource("config/profiles/up-lectures.yaml"))
          .find("up-lectures")
          .orElseThrow();

  private static final String S2_2025 = "S2:2025-07-21..2025-10-31";

  @Test
  void eachSemesterHasItsOwnDatesAndOthersAreUnknown() {
    assertThat(semesters("2025-07-01", "", "S1", "S2", "Y")).containsExactly(S2_2025);
  }

  @Test
  void datesThatHadPassedAreGivenIfThereAreNoOthers() {
    assertThat(semesters("2026-11-30", "", "S1", "S2", "Y")).containsExactly(S2_2025);
  }

  @Test
  void datesThatHadPassedAreNotMixedWithThoseThatACallerChose() {
    assertThat(semesters("2026-01-15", "S1:2026-02-09..2026-05-22", "S1", "S2"))
        .containsExactly("S1:2026-02-09..2026-05-22");
  }

  @Test
  void datesThatACallerChoseCountBeforeTheProfiles() {
    assertThat(semesters("2025-07-01", "S1:2026-02-09..2026-05-22,S2:2025-08-01..2025-11-01", "S2"))
        .containsExactly("S2:2025-08-01..2025-11-01");
    assertThat(semesters("2025-07-01", "S1:2025-02-03..2025-05-23", "S1", "S2"))
        .containsExactly("S1:2025-02-03..2025-05-23", S2_2025);
  }

  @Test
  void aCallerMayChooseDatesOfSeveralYears() {
    String chosen = "S1:2026-02-09..2026-05-22,S1:2027-02-08..2027-05-21";

    assertThat(semesters("2026-01-15", chosen, "S1")).containsExactly("S1:2026-02-09..2026-05-22");
    assertThat(semesters("2026-11-30", chosen, "S1")).containsExactly("S1:2027-02-08..2027-05-21");
    assertThat(semesters("2028-11-30", chosen, "S1")).containsExactly("S1:2027-02-08..2027-05-21");
  }

  @Test
  void whatACallerChoseIsNotPublished() {
    assertThat(year("2025-07-01", "S2:2025-08-01..2025-11-01", "S2").asPublished().semesters())
        .isEqualTo(Map.of("S2", Semester.parse(S2_2025)));
  }

  private static List<String> semesters(String received, String chosen, String... offerings) {
    return year(received, chosen, offerings).semesters().values().stream()
        .map(Semester::toString)
        .sorted()
        .toList();
  }

  private static AcademicYear year(String received, String chosen, String... offerings) {
    List<TimetableEvent> events =
        Stream.of(offerings).map(offered -> lecture().offered(offered).event()).toList();
    return AcademicYear.of(
        PROFILE,
        events,
        LocalDate.parse(received),
        chosen.isEmpty() ? Semesters.NONE : Semesters.parse(chosen));
  }
}
