package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.TimetableEvent.Type;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn PDFs with every peculiarity of the student portal's, through a real parser. */
class PortalTimetablesTest {

  @TempDir static Path folder;
  private static ParsedTimetables timetables;

  @BeforeAll
  static void start() {
    timetables = new ParsedTimetables(folder);
  }

  @AfterAll
  static void stop() {
    timetables.close();
  }

  @Test
  void eachLineOfALectureRowIsAWeeklySlot() {
    // When
    Timetable found =
        lectures(
            row(
                "COS214",
                "S2",
                "L2G01",
                "E|L",
                "L1/L2",
                "Monday/Wednesday",
                "08:30 - 09:20/11:30 - 12:20",
                "Centenary 2-11/IT 4-1",
                "HATFIELD",
                "BSc IT/BSc CS"));

    // Then
    assertThat(found.profile()).isEqualTo("up-lectures");
    assertThat(found.rowsSeen()).isEqualTo(1);
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.events()).hasSize(2);
    TimetableEvent first = found.events().get(0);
    assertThat(first.kind()).isEqualTo(Kind.LECTURE);
    assertThat(first.module()).isEqualTo("COS214");
    assertThat(first.offered()).isEqualTo("S2");
    assertThat(first.group()).isEqualTo("L2G01");
    assertThat(first.language()).isEqualTo("E");
    assertThat(first.type()).isEqualTo(Type.LECTURE);
    assertThat(first.activity()).isEqualTo("L1");
    assertThat(first.weekday()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(first.start()).isEqualTo(LocalTime.of(8, 30));
    assertThat(first.end()).isEqualTo(LocalTime.of(9, 20));
    assertThat(first.venues()).containsExactly("Centenary 2-11");
    assertThat(first.campus()).isEqualTo("HATFIELD");
    assertThat(first.studyProgrammes()).containsExactly("BSc IT", "BSc CS");
    assertThat(first.recurring()).isTrue();
    assertThat(first.flags()).isEmpty();
    assertThat(first.page()).isEqualTo(1);
    assertThat(first.box().y()).isBetween(73f, 100f);
    assertThat(first.rule()).isEqualTo("up-lectures/line");
    TimetableEvent second = found.events().get(1);
    assertThat(second.activity()).isEqualTo("L2");
    assertThat(second.weekday()).isEqualTo(DayOfWeek.WEDNESDAY);
    assertThat(second.start()).isEqualTo(LocalTime.of(11, 30));
    assertThat(second.venues()).containsExactly("IT 4-1");
  }

  @Test
  void theWhiteLetterIsTheTypeHoweverCloseItStands() {
    for (float gap : List.of(6.67f, 8f, 11.8f)) {
      byte[] pdf =
          TimetablePdf.draw(
              TimetableLook.LECTURES.withWhiteGap(gap),
              "Lectures",
              List.of(slot("E|P", "P1", "IT 1-1"), slot("A|T", "T1", "IT 1-1")));

      List<TimetableEvent> events = timetables.read(pdf).orElseThrow().events();

      assertThat(events).extracting(TimetableEvent::language).containsExactly("E", "A");
      assertThat(events)
          .extracting(TimetableEvent::type)
          .containsExactly(Type.PRACTICAL, Type.TUTORIAL);
    }
  }

  @Test
  void theSameSlotInSeveralVenuesIsOneEvent() {
    Timetable found =
        lectures(
            row(
                "COS214",
                "S2",
                "P01",
                "E|P",
                "P1/P1/P2",
                "Friday/Friday/Friday",
                "14:30 - 17:20/14:30 - 17:20/14:30 - 17:20",
                "Lab 1/Lab 2/Lab 3",
                "HATFIELD",
                "BSc"));

    assertThat(found.events())
        .extracting(TimetableEvent::activity, TimetableEvent::venues)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("P1", List.of("Lab 1", "Lab 2")),
            org.assertj.core.groups.Tuple.tuple("P2", List.of("Lab 3")));
  }

  @Test
  void aWrappedVenueIsOneVenue() {
    Timetable found =
        lectures(
            row(
                "COS214",
                "S2",
                "G01",
                "E|L",
                "L1//L2",
                "Monday//Tuesday",
                "08:30 - 09:20//09:30 - 10:20",
                "Engineering Building 3/room 6/IT 4-1",
                "HATFIELD",
                "BSc"));

    assertThat(found.events())
        .extracting(TimetableEvent::venues)
        .containsExactly(List.of("Engineering Building 3 room 6"), List.of("IT 4-1"));
  }

  @Test
  void aRowThatIsBrokenOverPagesIsOneRow() {
    // Given
    String weekdays = "Monday/Tuesday/Wednesday/Thursday/Friday";
    List<List<List<String>>> rows = new ArrayList<>();
    for (int number = 0; number < 9; number++) {
      rows.add(
          row(
              "COS" + (100 + number),
              "S1",
              "G0" + number,
              "E|L",
              "L1/L2/L3/L4/L5",
              weekdays,
              "07:30 - 08:20/08:30 - 09:20/09:30 - 10:20/10:30 - 11:20/11:30 - 12:20",
              "A/B/C/D/E",
              "HATFIELD",
              "BSc"));
    }

    // When
    Timetable found = lectures(rows);

    // Then
    assertThat(found.rowsSeen()).isEqualTo(9);
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.events()).hasSize(45);
    assertThat(found.events()).extracting(TimetableEvent::page).contains(1, 2);
    for (int number = 0; number < 9; number++) {
      assertThat(found.events().subList(number * 5, number * 5 + 5))
          .allMatch(event -> !event.module().isEmpty())
          .extracting(event -> event.module() + event.activity() + event.venues())
          .containsExactly(
              "COS" + (100 + number) + "L1[A]",
              "COS" + (100 + number) + "L2[B]",
              "COS" + (100 + number) + "L3[C]",
              "COS" + (100 + number) + "L4[D]",
              "COS" + (100 + number) + "L5[E]");
    }
  }

  @Test
  void aTestHasAllItsVenuesAndAWrappedNumber() {
    byte[] pdf =
        TimetablePdf.draw(
            TimetableLook.TESTS,
            "Semester Tests",
            List.of(
                row(
                    "COS214",
                    "PTest/1",
                    "Saturday",
                    "23 Aug 2025",
                    "10:00 - 11:30",
                    "HATF",
                    "Thuto 1-1/IT 4-1/Centenary 3-2"),
                row("COS216", "Test1", "Monday", "23 Aug 2025", "10:00 - 11:30", "HATF", "TBA"),
                row("COS226", "Test2", "", "TBA", "", "HATF", "")));

    Timetable found = timetables.read(pdf).orElseThrow();

    assertThat(found.profile()).isEqualTo("up-tests");
    TimetableEvent test = found.events().get(0);
    assertThat(test.kind()).isEqualTo(Kind.TEST);
    assertThat(test.test()).isEqualTo("PTest 1");
    assertThat(test.date()).isEqualTo(LocalDate.of(2025, 8, 23));
    assertThat(test.weekday()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(test.venues()).containsExactly("Thuto 1-1", "IT 4-1", "Centenary 3-2");
    assertThat(test.recurring()).isFalse();
    assertThat(test.flags()).isEmpty();
    assertThat(found.events().get(1).flags()).containsExactly("weekday-differs", "venue-unknown");
    assertThat(found.events().get(2).module()).isEqualTo("COS226");
    assertThat(found.events().get(2).date()).isNull();
    assertThat(found.events().get(2).flags())
        .contains("date-unknown", "time-unknown", "venue-unknown");
    assertThat(found.notUnderstood()).isEmpty();
  }

  @Test
  void anExamEndsThreeHoursLaterAndSaysThatThisIsAssumed() {
    List<List<List<String>>> rows =
        List.of(
            row(
                "FINAL",
                "COS214",
                "P1",
                "Exam/Written",
                "12 NOV 2025",
                "07:30",
                "HATFIELD",
                "",
                "Sports Centre/Hall 1 & 2",
                "Bring a/calculator"),
            row(
                "FINAL",
                "COS216",
                "P2",
                "Exam/Written",
                "TBA",
                "",
                "HATFIELD",
                "HATFIELD",
                "Consult/Department",
                ""));

    for (byte[] pdf :
        List.of(
            TimetablePdf.draw(TimetableLook.EXAMS, "Exams", rows),
            TimetablePdf.encrypted(TimetableLook.EXAMS, "Exams", rows))) {
      Timetable found = timetables.read(pdf).orElseThrow();

      assertThat(found.rowsSeen()).isEqualTo(2);
      TimetableEvent exam = found.events().get(0);
      assertThat(exam.kind()).isEqualTo(Kind.EXAM);
      assertThat(exam.activity()).isEqualTo("Exam Written");
      assertThat(exam.paper()).isEqualTo("P1");
      assertThat(exam.status()).isEqualTo("FINAL");
      assertThat(exam.date()).isEqualTo(LocalDate.of(2025, 11, 12));
      assertThat(exam.start()).isEqualTo(LocalTime.of(7, 30));
      assertThat(exam.end()).isEqualTo(LocalTime.of(10, 30));
      assertThat(exam.endAssumed()).isTrue();
      assertThat(exam.venues()).containsExactly("Sports Centre Hall 1 & 2");
      assertThat(exam.comments()).isEqualTo("Bring a calculator");
      assertThat(exam.examCampus()).isNull();
      assertThat(exam.flags()).isEmpty();
      TimetableEvent open = found.events().get(1);
      assertThat(open.module()).isEqualTo("COS216");
      assertThat(open.date()).isNull();
      assertThat(open.venues()).containsExactly("Consult Department");
      assertThat(open.flags()).contains("date-unknown", "venue-unknown");
    }
  }

  @Test
  void titleAndHeaderTogetherDecide() {
    List<List<List<String>>> rows = List.of(slot("E|L", "L1", "Exams"));

    assertThat(timetables.read(TimetablePdf.draw(TimetableLook.LECTURES, "Exams", rows))).isEmpty();
    assertThat(timetables.read(TimetablePdf.draw(TimetableLook.LECTURES, "A list", rows)))
        .isEmpty();
    assertThat(timetables.read(Pdfs.withText("Lectures"))).isEmpty();
    assertThat(timetables.read(TimetablePdf.draw(TimetableLook.LECTURES, "Lectures", rows)))
        .isPresent();
  }

  @Test
  void whatCannotBeReadIsToldWithItsPage() {
    Timetable found =
        lectures(
            row("COS214", "S2", "G01", "E|L", "L1", "Moonday", "8h30", "IT 1", "HATFIELD", "BSc"));

    assertThat(found.events()).hasSize(1);
    assertThat(found.events().get(0).flags()).containsExactly("weekday-unknown", "time-unknown");
    assertThat(found.notUnderstood())
        .containsExactlyInAnyOrder(
            new UnreadRow(1, "weekday: Moonday"), new UnreadRow(1, "time: 8h30"));
  }

  @SafeVarargs
  private static Timetable lectures(List<List<String>>... rows) {
    return lectures(List.of(rows));
  }

  private static Timetable lectures(List<List<List<String>>> rows) {
    return timetables
        .read(TimetablePdf.draw(TimetableLook.LECTURES, "Lectures", rows))
        .orElseThrow();
  }

  private static List<List<String>> slot(String language, String activity, String venue) {
    return row(
        "COS110",
        "S1",
        "G01",
        language,
        activity,
        "Monday",
        "08:30 - 09:20",
        venue,
        "HATFIELD",
        "BSc");
  }

  /** Cells whose lines are separated by slashes. */
  private static List<List<String>> row(String... cells) {
    return Stream.of(cells).map(cell -> List.of(cell.split("/", -1))).toList();
  }
}
