package dev.sluice.it.timetable;

import static dev.sluice.it.ApiClient.document;
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
@ExtendWith(OutputCaptureExtension.class)
class CalendarIT {

  private static final String DATES = "?semesterStart=2025-07-21&semesterEnd=2025-10-31";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired MeterRegistry meters;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String owner = "owner-" + UUID.randomUUID();
    api = new ApiClient(address(), keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void aTimetableIsACalendarThatIsSentOnce() {
    // Given
    String id = exams(List.of(exam("COS110", "12 NOV 2025"), exam("COS122", "TBA")));

    // When
    Answer first = api.get(document(id) + "/calendar.ics");
    Answer second =
        api.send(
            api.request(document(id) + "/calendar.ics")
                .header("If-None-Match", "\"other\", W/" + first.header("ETag")));

    // Then
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
    assertThat(first.header("Content-Disposition")).startsWith("attachment; ").contains(".ics");
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache, private");
    assertThat(first.header("X-Events-Left-Out")).isEqualTo("1");
    assertThat(first.header("X-Calendar-Past")).isEqualTo("true");
    assertThat(first.response().body())
        .contains("DTSTART;TZID=Africa/Johannesburg:20251112T073000\r\n")
        .contains("X-WR-CALDESC:One event is not in this calendar");
    assertThat(read(first).getEvents()).hasSize(1);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("X-Calendar-Past")).isEqualTo("true");
    assertThat(second.response().body()).isEmpty();
  }

  @Test
  void aTimetableOfBothSemestersIsShownAsFarAsItsDatesAreKnownAndSaysIfTheyHavePassed() {
    // Given: the profile knows S2 of 2025 alone
    String id = lectures(List.of(lecture("S1", "G01"), lecture("S2", "G01"), lecture("Y", "G01")));

    // When
    Answer calendar = api.get(document(id) + "/calendar.ics");
    Answer events = api.get(document(id) + "/events");

    // Then
    assertThat(calendar.status()).isEqualTo(200);
    assertThat(read(calendar).getEvents()).hasSize(1);
    assertThat(calendar.header("X-Events-Left-Out")).isEqualTo("2");
    assertThat(calendar.header("X-Calendar-Past")).isEqualTo("true");
    assertThat(calendar.response().body().replace("\r\n ", ""))
        .contains("Nobody knows when the semester begins and ends: S1\\, Y.")
        .contains("All of it had passed when the timetable came in");
    assertThat(events.json().path("calendar"))
        .hasToString(
            "{\"eventsLeftOut\":2,\"past\":true,\"semesters\":[\"S2:2025-07-21..2025-10-31\"]}");
    assertThat(api.get(document(id)).json().path("flags").findValuesAsText("code"))
        .containsExactly("timetable-past");
  }

  @Test
  void datesAreSentForEachSemester() {
    // Given
    String id = lectures(List.of(lecture("S1", "G01"), lecture("S2", "G01"), lecture("Y", "G01")));
    String semesters = "?semesters=S1:2099-02-09..2099-05-22,S2:2099-07-20..2099-10-30";

    // When
    Answer calendar = api.get(document(id) + "/calendar.ics" + semesters);
    Answer events = api.get(document(id) + "/events" + semesters);
    Answer single = api.get(document(id) + "/calendar.ics" + DATES);

    // Then
    assertThat(read(calendar).getEvents()).hasSize(2);
    assertThat(calendar.response().body())
        .contains("DTSTART;TZID=Africa/Johannesburg:20990209T083000\r\n")
        .contains("DTSTART;TZID=Africa/Johannesburg:20990720T083000\r\n");
    assertThat(calendar.header("X-Events-Left-Out")).isEqualTo("1");
    assertThat(calendar.header("X-Calendar-Past")).isEqualTo("false");
    assertThat(events.json().path("calendar").path("past").asBoolean(true)).isFalse();
    assertThat(single.status()).isEqualTo(400);
    assertThat(single.text("detail")).contains("S1, S2, Y");
  }

  @Test
  void aSubscriptionKeepsTheDatesOfEachSemesterForTheTimetablesThatItFollows() {
    // Given
    String id = lectures(List.of(lecture("S1", "G01")));
    Answer made =
        api.post(
            document(id) + "/subscriptions",
            "{\"semesters\":\"S1:2099-02-09..2099-05-22,S2:2099-07-20..2099-10-30\",\"follow\":true}");
    String link = URI.create(made.text("url")).getPath();
    ApiClient program = new ApiClient(address(), null);

    // When
    Answer before = program.get(link);
    lectures(List.of(lecture("S1", "G01"), lecture("S2", "G01"), lecture("Y", "G01")));
    Answer after = program.get(link);

    // Then
    assertThat(made.text("semesters"))
        .isEqualTo("S1:2099-02-09..2099-05-22,S2:2099-07-20..2099-10-30");
    assertThat(api.get(document(id) + "/subscriptions").json().findValuesAsText("semesters"))
        .containsExactly(made.text("semesters"));
    assertThat(read(before).getEvents()).hasSize(1);
    assertThat(read(after).getEvents()).hasSize(2);
    assertThat(after.response().body()).contains(":20990720T083000\r\n");
    assertThat(after.header("X-Events-Left-Out")).isEqualTo("1");
    assertThat(after.header("X-Calendar-Past")).isEqualTo("false");
  }

  @Test
  void lecturesOfTheChosenGroupsAreInTheSemesterOfTheirProfile() {
    // Given
    String id =
        lectures(
            List.of(
                lecture("G01", "08:30 - 09:20", "IT 4-1"),
                lecture("G02", "11:30 - 12:20", "IT 4-2")));

    // When
    Answer calendar = api.get(document(id) + "/calendar.ics?groups=COS110:G02");
    Answer unknown = api.get(document(id) + "/calendar.ics?groups=COS110:G09");

    // Then
    assertThat(read(calendar).getEvents())
        .extracting(event -> event.getLocation().getValue())
        .containsExactly("IT 4-2");
    assertThat(calendar.response().body())
        .contains("DTSTART;TZID=Africa/Johannesburg:20250721T113000\r\n")
        .contains("RRULE:FREQ=WEEKLY;UNTIL=20251031T215959Z;BYDAY=MO\r\n");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail")).contains("COS110:G09");
  }

  @Test
  void theNextVersionOfATimetableChangesTheSameEntries() {
    // Given
    List<List<String>> same = lecture("G02", "11:30 - 12:20", "IT 4-1");
    String before = lectures(List.of(lecture("G01", "08:30 - 09:20", "IT 4-1"), same));
    ICalendar old = read(api.get(document(before) + "/calendar.ics"));
    String after = lectures(List.of(lecture("G01", "08:30 - 09:20", "IT 4-2"), same));

    // When
    ICalendar calendar = read(api.get(document(after) + "/calendar.ics"));
    ICalendar oldOnceMore = read(api.get(document(before) + "/calendar.ics"));

    // Then
    assertThat(calendar.getEvents())
        .extracting(CalendarIT::uid)
        .isEqualTo(old.getEvents().stream().map(CalendarIT::uid).toList());
    assertThat(old.getEvents()).extracting(CalendarIT::sequence).containsExactly(0, 0);
    assertThat(calendar.getEvents()).extracting(CalendarIT::sequence).containsExactly(1, 0);
    assertThat(oldOnceMore.getEvents()).extracting(CalendarIT::sequence).containsExactly(0, 0);
  }

  @Test
  void changesAreCountedOnAfterTheVersionBeforeWasDeleted() {
    // Given
    String before = exams(List.of(exam("COS110", "12 NOV 2025")));
    api.get(document(before) + "/calendar.ics");
    api.delete(document(before));
    String after = exams(List.of(exam("COS110", "14 NOV 2025")));

    // Then
    ICalendar calendar = read(api.get(document(after) + "/calendar.ics"));
    assertThat(calendar.getEvents()).extracting(CalendarIT::sequence).containsExactly(1);
  }

  @Test
  void unknownDatesAreAskedFor() {
    // Given
    String id =
        lectures(
            List.of(
                row(
                    "COS110",
                    "Q9",
                    "G01",
                    "E|L",
                    "L1",
                    "Monday",
                    "08:30 - 09:20",
                    "IT 4-1",
                    "HATFIELD",
                    "BSc")));

    // When
    Answer calendar = api.get(document(id) + "/calendar.ics");
    Answer subscription = api.post(document(id) + "/subscriptions", "{}");

    // Then
    assertThat(calendar.status()).isEqualTo(400);
    assertThat(calendar.text("code")).isEqualTo("missing-semester-dates");
    assertThat(calendar.text("detail")).contains("Q9");
    assertThat(subscription.text("code")).isEqualTo("missing-semester-dates");
    assertThat(read(api.get(document(id) + "/calendar.ics" + DATES)).getEvents()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "?semesterStart=2025-07-21, semesterEnd",
    "?semesterEnd=2025-07-21, semesterStart",
    "?semesterStart=21.7.2025&semesterEnd=2025-10-31, semesterStart",
    "?semesterStart=2025-07-21&semesterEnd=2025-02-30, semesterEnd",
    "?semesterStart=2025-07-21&semesterEnd=2025-07-20, semesterEnd",
    "?semesterStart=2025-07-21&semesterEnd=2099-07-20, semesterEnd",
    "?semesters=S1:2025-07-21..2025-10-31&semesterStart=2025-07-21, semesters",
    "?semesters=S1:2025-07-21, semesters",
    "?semesterStart=%2B999999-07-21&semesterEnd=2025-07-20, semesterStart"
  })
  void aBadDateIsRefusedByName(String query, String name) {
    Answer answer = api.get(document(UUID.randomUUID().toString()) + "/calendar.ics" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).startsWith(name);
  }

  @Test
  void aDocumentThatIsNoTimetableHasNoCalendar() {
    String id = completed(Pdfs.withText("no timetable " + UUID.randomUUID()));

    assertThat(api.get(document(id) + "/calendar.ics").status()).isEqualTo(404);
    assertThat(api.get(document(id) + "/events?format=csv").status()).isEqualTo(404);
  }

  @Test
  void eventsAreALineEachAsCsv() {
    // Given
    String id = exams(List.of(exam("COS110", "12 NOV 2025"), exam("=SUM(1,2)", "TBA")));

    // When
    Answer csv = api.get(document(id) + "/events?format=csv");

    // Then
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(api.get(document(id) + "/events?format=xml").status()).isEqualTo(400);
    assertThat(api.get(document(id) + "/events").header("Content-Type"))
        .startsWith("application/json");
    assertThat(api.send(api.request(document(id) + "/events").header("Accept", "text/csv")))
        .extracting(answer -> answer.response().body())
        .isEqualTo(csv.response().body());
    assertThat(csv.response().body().split("\r\n"))
        .hasSize(3)
        .satisfies(
            lines -> assertThat(lines[1]).startsWith("exam,COS110,Exam Written,,P1,"),
            lines -> assertThat(lines[1]).contains(",2025-11-12,07:30,10:30,true,Hall,"),
            lines -> assertThat(lines[2]).startsWith("exam,\"'=SUM(1,2)\","));
  }

  @Test
  void aLinkNeedsNoKeyAndEndsWithItsSubscription(CapturedOutput logs) {
    // Given
    String id = lectures(List.of(lecture("G01", "08:30 - 09:20", "IT 4-1")));
    Answer made =
        api.post(
            document(id) + "/subscriptions",
            "{\"semesterStart\":\"2025-07-21\",\"semesterEnd\":\"2025-07-28\"}");
    URI url = URI.create(made.text("url"));
    ApiClient program = new ApiClient(address(), null);

    // When
    Answer first = program.get(url.getPath());
    Answer second =
        program.send(program.request(url.getPath()).header("If-None-Match", first.header("ETag")));
    Answer head = program.send(program.request(url.getPath()).method("HEAD", noBody()));

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(url).hasToString(address() + url.getPath());
    assertThat(url.getPath()).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=900, private");
    assertThat(first.response().headers().map())
        .as("nothing against it")
        .doesNotContainKeys("pragma", "expires");
    assertThat(first.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(first.header("Set-Cookie")).isNull();
    assertThat(first.response().body()).contains("UNTIL=20250728T215959Z");
    assertThat(second.status()).isEqualTo(304);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(head.response().body()).isEmpty();

    // Then: it is shown once, and is nowhere else
    Answer listed = api.get(document(id) + "/subscriptions");
    assertThat(listed.json().path("items").findValuesAsText("id")).containsExactly(made.text("id"));
    String secret = url.getPath().substring("/calendars/".length(), url.getPath().length() - 4);
    assertThat(listed.response().body()).doesNotContain(secret);
    assertThat(metrics()).contains("get-linked-calendar").doesNotContain(secret);
    assertThat(logs.getAll()).doesNotContain(secret);

    // When it is deleted
    assertThat(api.delete(document(id) + "/subscriptions/" + made.text("id")).status())
        .isEqualTo(204);
    assertThat(program.get(url.getPath()).status()).isEqualTo(404);
    assertThat(api.delete(document(id) + "/subscriptions/" + made.text("id")).status())
        .isEqualTo(404);
  }

  @Test
  void aLinkThatFollowsShowsTheNewestTimetableUntilItsOwnIsDeleted() {
    // Given
    String id = exams(List.of(exam("COS110", "12 NOV 2025")));
    String follows = link(id, "{\"follow\":true}");
    String stays = link(id, "{}");
    ApiClient program = new ApiClient(address(), null);

    // When
    exams(List.of(exam("COS110", "14 NOV 2025")));

    // Then
    assertThat(program.get(follows).response().body()).contains("20251114T073000");
    assertThat(program.get(stays).response().body()).contains("20251112T073000");

    // When
    api.delete(document(id));

    // Then
    assertThat(program.get(follows).status()).isEqualTo(404);
    assertThat(program.get(stays).status()).isEqualTo(404);
  }

  @Test
  void subscriptionsAreTheirOwnersOnly() {
    // Given
    String id = exams(List.of(exam("COS110", "12 NOV 2025")));
    ApiClient other =
        new ApiClient(address(), keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret());

    // Then
    assertThat(other.post(document(id) + "/subscriptions", "{}").status()).isEqualTo(404);
    assertThat(other.get(document(id) + "/subscriptions").status()).isEqualTo(404);
    assertThat(other.get(document(id) + "/calendar.ics").status()).isEqualTo(404);
    assertThat(new ApiClient(address(), null).get(document(id) + "/calendar.ics").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/calendars/x.ics",
        "/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
        "/calendars/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/calendars/%00.ics",
        "/calendars/"
      })
  void aMadeUpLinkLeadsNowhere(String path) {
    assertThat(new ApiClient(address(), null).get(path).status()).isIn(400, 404);
  }

  private String link(String id, String body) {
    return URI.create(api.post(document(id) + "/subscriptions", body).text("url")).getPath();
  }

  private String lectures(List<List<List<String>>> rows) {
    return completed(TimetablePdf.draw(TimetableLook.LECTURES, "Lectures", rows));
  }

  private String exams(List<List<List<String>>> rows) {
    return completed(TimetablePdf.draw(TimetableLook.EXAMS, "Exams", rows));
  }

  private String completed(byte[] pdf) {
    String id = api.upload(pdf).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private static List<List<String>> lecture(String group, String time, String venue) {
    return row("COS110", "S2", group, "E|L", "L1", "Monday", time, venue, "HATFIELD", "BSc");
  }

  private static List<List<String>> lecture(String offered, String group) {
    return row(
        "COS110",
        offered,
        group,
        "E|L",
        "L1",
        "Monday",
        "08:30 - 09:20",
        "IT 4-1",
        "HATFIELD",
        "BSc");
  }

  private static List<List<String>> exam(String module, String date) {
    return row("FINAL", module, "P1", "Exam/Written", date, "07:30", "HATFIELD", "", "Hall", "");
  }

  /** The lines of each cell. */
  private static List<List<String>> row(String... cells) {
    return Stream.of(cells).map(cell -> List.of(cell.split("/"))).toList();
  }

  /** The names and labels of all meters. */
  private String metrics() {
    return meters.getMeters().stream()
        .map(meter -> meter.getId().toString())
        .collect(Collectors.joining("\n"));
  }

  private static ICalendar read(Answer answer) {
    return Biweekly.parse(answer.response().body()).first();
  }

  private static String uid(VEvent event) {
    return event.getUid().getValue();
  }

  private static int sequence(VEvent event) {
    return event.getSequence().getValue();
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
