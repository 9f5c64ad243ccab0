package dev.sluice.it;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.access.ApiKeys;
import dev.sluice.access.Role;
import dev.sluice.content.Box;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.TimetableEvent.Type;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
@ExtendWith(OutputCaptureExtension.class)
class CalendarIT {

  private static final String DATES = "?semesterStart=2025-07-21&semesterEnd=2025-10-31";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;
  @Autowired MeterRegistry meters;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String owner = "owner-" + UUID.randomUUID();
    api = new ApiClient(address(), keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void aTimetableIsACalendarThatIsSentOnce() throws Exception {
    // Given
    String id = timetable(lecture("08:30", "IT 4-1"), exam("2025-11-12"), exam(null));

    // When
    Answer first = api.get(document(id) + "/calendar.ics" + DATES);
    Answer second =
        api.send(
            api.request(document(id) + "/calendar.ics" + DATES)
                .header("If-None-Match", "\"other\", W/" + first.header("ETag")));

    // Then
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualToIgnoringCase("text/calendar;charset=utf-8");
    assertThat(first.header("Content-Disposition")).startsWith("attachment; ").contains(".ics");
    assertThat(first.header("Cache-Control")).isEqualTo("no-cache, private");
    assertThat(first.header("X-Events-Left-Out")).isEqualTo("1");
    assertThat(read(first).getEvents()).hasSize(2);
    assertThat(second.status()).isEqualTo(304);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.response().body()).isEmpty();
  }

  @Test
  void theNextVersionOfATimetableChangesTheSameEntries() throws Exception {
    // Given
    String before = timetable(lecture("08:30", "IT 4-1"), exam("2025-11-12"));
    ICalendar old = read(api.get(document(before) + "/calendar.ics" + DATES));
    String after = timetable(lecture("08:30", "IT 4-2"), exam("2025-11-12"));

    // When
    ICalendar calendar = read(api.get(document(after) + "/calendar.ics" + DATES));
    ICalendar oldOnceMore = read(api.get(document(before) + "/calendar.ics" + DATES));

    // Then
    assertThat(calendar.getEvents())
        .extracting(CalendarIT::uid)
        .isEqualTo(old.getEvents().stream().map(CalendarIT::uid).toList());
    assertThat(old.getEvents()).extracting(CalendarIT::sequence).containsExactly(0, 0);
    assertThat(calendar.getEvents()).extracting(CalendarIT::sequence).containsExactly(1, 0);
    assertThat(oldOnceMore.getEvents()).extracting(CalendarIT::sequence).containsExactly(0, 0);
  }

  @Test
  void changesAreCountedOnAfterTheVersionBeforeWasDeleted() throws Exception {
    // Given
    String before = timetable(lecture("08:30", "IT 4-1"));
    api.get(document(before) + "/calendar.ics" + DATES);
    api.delete(document(before));
    String after = timetable(lecture("09:30", "IT 4-1"));

    // Then
    ICalendar calendar = read(api.get(document(after) + "/calendar.ics" + DATES));
    assertThat(calendar.getEvents()).extracting(CalendarIT::sequence).containsExactly(1);
  }

  @Test
  void datesThatNobodyKnowsAreAskedFor() throws Exception {
    // Given
    String id = timetable(lecture("08:30", "IT 4-1"));
    jdbc.sql(
            "UPDATE timetable_event SET event = event || '{\"offered\":\"Q9\"}' WHERE document_id = ?::uuid")
        .param(id)
        .update();

    // When
    Answer calendar = api.get(document(id) + "/calendar.ics");
    Answer subscription = api.post(document(id) + "/subscriptions", "{}");

    // Then
    assertThat(calendar.status()).isEqualTo(400);
    assertThat(calendar.text("code")).isEqualTo("missing-semester-dates");
    assertThat(calendar.text("detail")).contains("Q9");
    assertThat(subscription.text("code")).isEqualTo("missing-semester-dates");
  }

  @ParameterizedTest
  @CsvSource({
    "?semesterStart=2025-07-21, semesterEnd",
    "?semesterEnd=2025-07-21, semesterStart",
    "?semesterStart=21.7.2025&semesterEnd=2025-10-31, semesterStart",
    "?semesterStart=2025-07-21&semesterEnd=2025-02-30, semesterEnd",
    "?semesterStart=2025-07-21&semesterEnd=2025-07-20, semesterEnd",
    "?semesterStart=2025-07-21&semesterEnd=2099-07-20, semesterEnd",
    "?semesterStart=%2B999999-07-21&semesterEnd=2025-07-20, semesterStart"
  })
  void aBadDateIsRefusedByName(String query, String name) throws Exception {
    Answer answer = api.get(document(timetable()) + "/calendar.ics" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).startsWith(name);
  }

  @Test
  void aDocumentThatIsNoTimetableHasNoCalendar() {
    String id = completed();

    assertThat(api.get(document(id) + "/calendar.ics").status()).isEqualTo(404);
    assertThat(api.get(document(id) + "/events.csv").status()).isEqualTo(404);
  }

  @Test
  void eventsAreALineEachAsCsv() throws Exception {
    // Given
    String id = timetable(lecture("08:30", "=HYPERLINK(\"x\")"), exam("2025-11-12"));

    // When
    Answer csv = api.get(document(id) + "/events.csv");

    // Then
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.response().body().split("\r\n"))
        .hasSize(3)
        .satisfies(
            lines -> assertThat(lines[1]).contains("MONDAY,,08:30,", "\"'=HYPERLINK(\"\"x\"\")\""),
            lines -> assertThat(lines[2]).contains(",2025-11-12,07:30,"));
  }

  @Test
  void aLinkNeedsNoKeyAndEndsWithItsSubscription(CapturedOutput logs) throws Exception {
    // Given
    String id = timetable(lecture("08:30", "IT 4-1"));
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

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(url).hasToString(address() + url.getPath());
    assertThat(url.getPath()).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=900, private");
    assertThat(first.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(first.header("Set-Cookie")).isNull();
    assertThat(first.response().body()).contains("UNTIL=20250728T215959Z");
    assertThat(second.status()).isEqualTo(304);

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
  void aLinkThatFollowsShowsTheNewestTimetableUntilItsOwnIsDeleted() throws Exception {
    // Given
    String id = timetable(exam("2025-11-12"));
    String follows = link(id, "{\"follow\":true}");
    String stays = link(id, "{}");
    ApiClient program = new ApiClient(address(), null);

    // When
    timetable(exam("2025-11-14"));

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
  void subscriptionsAreTheirOwnersOnly() throws Exception {
    // Given
    String id = timetable(exam("2025-11-12"));
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
  void aLinkThatNobodyMadeLeadsNowhere(String path) {
    assertThat(new ApiClient(address(), null).get(path).status()).isIn(400, 404);
  }

  private String link(String id, String body) {
    return URI.create(api.post(document(id) + "/subscriptions", body).text("url")).getPath();
  }

  /** A completed document with these events. */
  private String timetable(TimetableEvent... events) throws Exception {
    String id = completed();
    jdbc.sql("INSERT INTO timetable VALUES (?::uuid, 'up-lectures', ?)")
        .params(id, events.length)
        .update();
    for (int n = 0; n < events.length; n++) {
      jdbc.sql("INSERT INTO timetable_event VALUES (?::uuid, ?, ?::jsonb)")
          .params(id, n + 1, json.writeValueAsString(events[n]))
          .update();
    }
    return id;
  }

  private String completed() {
    String id = api.upload(Pdfs.withText("timetable " + UUID.randomUUID())).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private static TimetableEvent lecture(String start, String venue) {
    return event(Kind.LECTURE, "L1", Type.LECTURE, "S2", DayOfWeek.MONDAY, null, start, venue);
  }

  private static TimetableEvent exam(String date) {
    return event(Kind.EXAM, "Exam Written", null, null, null, date, "07:30", "Hall");
  }

  private static TimetableEvent event(
      Kind kind,
      String activity,
      Type type,
      String offered,
      DayOfWeek weekday,
      String date,
      String start,
      String venue) {
    return new TimetableEvent(
        kind,
        "COS 110",
        activity,
        null,
        null,
        type,
        weekday == null ? null : "G01",
        "E",
        offered,
        weekday,
        date == null ? null : LocalDate.parse(date),
        LocalTime.parse(start),
        LocalTime.parse(start).plusHours(1),
        false,
        List.of(venue),
        "HATFIELD",
        null,
        null,
        null,
        List.of(),
        weekday != null,
        List.of(),
        1,
        new Box(36, 90, 700, 12),
        "up-lectures/slots");
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
