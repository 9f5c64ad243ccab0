package dev.sluice.timetable;

import static dev.sluice.timetable.Pages.page;
import static dev.sluice.timetable.Pages.paragraphs;
import static dev.sluice.timetable.Pages.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.pdf.content.PageContent;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no drawn PDF shows well: pages that are missing, sheets without end, odd cells. */
class TimetableReaderTest {

  private static final String SLOTS =
      """
      institution: A school
      kind: lecture
      zone: Europe/Berlin
      titles: [Plan]
      columns:
        - { field: module, headers: [Subject] }
        - { field: language, headers: [Lang] }
        - { field: weekday, headers: [Day], lines: beside }
        - { field: time, headers: [Time], lines: beside }
        - { field: venue, headers: [Room], lines: beside }
        - { field: programme, headers: [Course], lines: each }
      per-line: true
      recurring: true
      row-begins: module
      type-in: language
      types: { L: lecture, P: practical }
      unknown: [TBA, Consult Department]
      """;

  private static final String DATES =
      """
      institution: A school
      kind: exam
      zone: Europe/Berlin
      titles: [Plan]
      columns:
        - { field: module, headers: [Subject] }
        - { field: date, headers: [Date] }
        - { field: start, headers: [From] }
        - { field: end, headers: [To], optional: true }
        - { field: venue, headers: [Room], lines: each }
      row-begins: module
      unknown: [TBA, Consult Department]
      assumed-length: PT2H
      """;

  private static final String HEAD = "Subject|Lang|Day|Time|Room|Course";
  private static final String DATE_HEAD = "Subject|Date|From|To|Room";

  @Test
  void anEventOfAPageThatOcrHasReadSaysSo() {
    // When
    Timetable found =
        slots(
            page(1, "Plan", table(1, 500, HEAD, "Art|E^L|Monday|8:00 - 9:00|A 1|BA")),
            Pages.byOcr(page(2, "", table(2, 36, "Law|E^L|Friday|8:00 - 9:00|C|BA"))));

    // Then
    assertThat(found.events())
        .extracting(TimetableEvent::module, TimetableEvent::flags)
        .containsExactly(tuple("Art", List.of()), tuple("Law", List.of("ocr")));
  }

  @Test
  void anEventStandsWhereItsLineDoesEvenIfItsRowBeganBefore() {
    // When
    Timetable found =
        slots(
            page(1, "Plan", table(1, 500, HEAD, "Art|E^L|Monday|8:00 - 9:00|A 1|BA")),
            page(2, "", table(2, 36, "|||  |corridor|MA", "Law|E^L|Friday|8:00 - 9:00|C|BA")),
            page(3, "", table(3, 36, "||Tuesday|8:00 - 9:00|B 2|")));

    // Then
    assertThat(found.notUnderstood()).isEmpty();
    assertThat(found.rowsSeen()).isEqualTo(2);
    assertThat(found.events())
        .extracting(TimetableEvent::module, TimetableEvent::page, event -> event.box().y())
        .containsExactly(tuple("Art", 1, 512f), tuple("Law", 2, 48f), tuple("Law", 3, 36f));
    assertThat(found.events().get(0).venues()).containsExactly("A 1 corridor");
    assertThat(found.events().get(0).studyProgrammes()).containsExactly("BA", "MA");
  }

  @Test
  void theRestOfARowIsNotGivenToAnotherOneWhenThePageBetweenIsMissing() {
    Timetable found =
        slots(
            page(1, "Plan", table(1, 500, HEAD, "Art|E^L|Monday|8:00 - 9:00|A|BA")),
            page(3, "", table(3, 36, "||Tuesday|8:00 - 9:00|B|")));

    assertThat(found.events()).hasSize(1);
    assertThat(found.rowsSeen()).isEqualTo(2);
    assertThat(found.notUnderstood())
        .containsExactly(new UnreadRow(3, "Tuesday | 8:00 - 9:00 | B"));
  }

  @Test
  void theRestOfARowThatWasNotUnderstoodIsNotGivenToTheOneBefore() {
    Timetable found =
        slots(
            page(1, "Plan", table(1, 500, HEAD, "Art|E^L|Monday|8:00 - 9:00|A|BA", "|||9:00|?|")),
            page(2, "", table(2, 36, "|||10:00|!|")));

    assertThat(found.events()).hasSize(1);
    assertThat(found.events().get(0).venues()).containsExactly("A");
    assertThat(found.notUnderstood())
        .containsExactly(new UnreadRow(1, "9:00 | ?"), new UnreadRow(2, "10:00 | !"));
  }

  @Test
  void textBesideTheTablesIsToldUnlessItIsAboveTheFirst() {
    Timetable found =
        slots(
            paragraphs(
                1,
                100,
                "Plan\nA school\nfrom the table\nNo lectures on Friday",
                table(1, 150, HEAD, "Art|E^L|Monday|8:00 - 9:00|A/A/A/A/A|BA")),
            page(2, "Law E L Monday\n\nwithout lines"));

    assertThat(found.events()).hasSize(1);
    assertThat(found.rowsSeen()).isEqualTo(1);
    assertThat(found.notUnderstood())
        .containsExactly(
            new UnreadRow(1, "No lectures on Friday"),
            new UnreadRow(2, "Law E L Monday"),
            new UnreadRow(2, "without lines"));
  }

  @Test
  void whatIsUnreadableInARowIsReportedWithItsPage() {
    Timetable found =
        slots(
            page(1, "Plan", table(1, 500, HEAD, "Art|E^L|Monday|8:00 - 9:00|A|BA")),
            page(2, "", table(2, 36, "||Moonday|8:00 - 9:00|B|")));

    assertThat(found.notUnderstood()).containsExactly(new UnreadRow(2, "weekday: Moonday"));
  }

  @Test
  void theLanguageIsAllThatIsNotWhite() {
    Timetable found =
        slots(
            page(
                1,
                "Plan",
                table(
                    1,
                    100,
                    HEAD,
                    "A|AFR^P|Monday|8:00 - 9:00|A|BA",
                    "B|EL|Monday|8:00 - 9:00|A|BA",
                    "C|E^L/E^P|Monday|8:00 - 9:00|A|BA")));

    assertThat(found.events())
        .extracting(TimetableEvent::language, TimetableEvent::type, TimetableEvent::flags)
        .containsExactly(
            tuple("AFR", Type.PRACTICAL, List.of()),
            tuple("E", Type.LECTURE, List.of()),
            tuple("E", null, List.of("type-unknown")));
  }

  @Test
  void aLineWithAStartOnlyHasNoEnd() {
    Timetable found = slots(page(1, "Plan", table(1, 100, HEAD, "Art|E^L|Monday|8:00|A|BA")));

    TimetableEvent event = found.events().get(0);
    assertThat(event.start()).isEqualTo(LocalTime.of(8, 0));
    assertThat(event.end()).isNull();
    assertThat(event.flags()).containsExactly("end-unknown");
    assertThat(found.notUnderstood()).isEmpty();
  }

  @Test
  void anEndIsAssumedOnlyWhereNoneIsPrinted() {
    Timetable found =
        dates(
            page(
                1,
                "Plan",
                table(
                    1,
                    100,
                    DATE_HEAD,
                    "A|1 Jul 2025|8:00||X/Y",
                    "B|1 Jul 2025|8:00|9:00|Consult/Department",
                    "C|1 Jul 2025|8:00|late|X",
                    "D|1 Jul 2025|23:00||X")));

    assertThat(found.events())
        .extracting(TimetableEvent::end, TimetableEvent::endAssumed)
        .containsExactly(
            tuple(LocalTime.of(10, 0), true),
            tuple(LocalTime.of(9, 0), false),
            tuple(LocalTime.of(10, 0), true),
            tuple(LocalTime.of(1, 0), true));
    assertThat(found.events())
        .extracting(TimetableEvent::flags)
        .containsExactly(
            List.of(),
            List.of("venue-unknown"),
            List.of("end-unknown"),
            List.of("end-before-start"));
    assertThat(found.events())
        .extracting(TimetableEvent::venues)
        .startsWith(List.of("X", "Y"), List.of("Consult Department"));
    assertThat(found.notUnderstood()).containsExactly(new UnreadRow(1, "end: late"));
  }

  @Test
  void aRowWithoutEndIsNotUnderstood() {
    // Given a hostile document: one row over 300 pages, with 400 lines on each
    PageContent first = page(1, "Plan", table(1, 100, HEAD, "Art|E^L|Monday|8:00 - 9:00|A|BA"));
    String rest = "||" + lines("Monday") + "|" + lines("8:00 - 9:00") + "||";
    List<PageContent> pages =
        IntStream.rangeClosed(1, 300)
            .mapToObj(n -> n == 1 ? first : page(n, "", table(n, 36, rest)))
            .toList();

    // When
    Timetable found = new TimetableReader(profile(SLOTS)).read(pages).orElseThrow();

    // Then
    assertThat(found.events()).hasSize(1);
    assertThat(found.rowsSeen()).isEqualTo(300);
    assertThat(found.notUnderstood()).hasSize(299);
    assertThat(found.notUnderstood().get(0).text())
        .startsWith("Monday Monday")
        .hasSizeLessThan(1001);
  }

  @Test
  void rowsBeyondTheLimitAreCountedAndSaidToBeLeftOut() {
    // Given
    String[] rows =
        Collections.nCopies(1000, "Art|E^L|Monday|8:00 - 9:00|A|BA").toArray(String[]::new);
    rows[0] = HEAD;
    List<PageContent> pages =
        IntStream.rangeClosed(1, 12).mapToObj(n -> page(n, "Plan", table(n, 36, rows))).toList();

    // When
    Timetable found = new TimetableReader(profile(SLOTS)).read(pages).orElseThrow();

    // Then
    assertThat(found.rowsSeen()).isEqualTo(12 * 999);
    assertThat(found.events()).hasSize(Sheet.MAX_ROWS);
    assertThat(found.notUnderstood()).hasSize(UnreadRows.MAX + 1);
    int more = 12 * 999 - Sheet.MAX_ROWS - UnreadRows.MAX;
    assertThat(found.notUnderstood().get(UnreadRows.MAX).text()).contains(more + " more");
  }

  @Test
  void aRowWithEventsBeyondTheLimitIsNotUnderstood() {
    // Given
    String times =
        IntStream.range(0, 200)
            .mapToObj(n -> n / 60 + ":%02d - 23:00".formatted(n % 60))
            .collect(Collectors.joining("/"));
    String days = String.join("/", Collections.nCopies(200, "Monday"));
    String row = "Art|E^L|" + days + "|" + times + "||";
    int fit = EventReader.MAX_EVENTS / 200;
    List<PageContent> pages =
        IntStream.rangeClosed(1, fit + 1)
            .mapToObj(n -> page(n, "Plan", table(n, 36, HEAD, row)))
            .toList();

    // When
    Timetable found = new TimetableReader(profile(SLOTS)).read(pages).orElseThrow();

    // Then
    assertThat(found.events()).hasSize(EventReader.MAX_EVENTS);
    assertThat(found.notUnderstood()).extracting(UnreadRow::page).containsExactly(fit + 1);
  }

  private static String lines(String text) {
    return IntStream.range(0, 400).mapToObj(n -> text).collect(Collectors.joining("/"));
  }

  private static Timetable slots(PageContent... pages) {
    return new TimetableReader(profile(SLOTS)).read(List.of(pages)).orElseThrow();
  }

  private static Timetable dates(PageContent... pages) {
    return new TimetableReader(profile(DATES)).read(List.of(pages)).orElseThrow();
  }

  private static Collection<Profile> profile(String text) {
    return new Profiles(ProfileFiles.file("school.yaml", text)).all();
  }
}
