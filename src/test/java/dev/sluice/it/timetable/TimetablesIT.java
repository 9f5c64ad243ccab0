package dev.sluice.it.timetable;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.LinkOwners;
import dev.sluice.web.access.Role;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@RunningSluice
class TimetablesIT {

  private static final String TIMETABLES = "/api/v1/timetables";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  @Autowired JdbcTemplate jdbc;
  @Autowired List<LinkOwners> links;

  private final String owner = "owner-" + UUID.randomUUID();
  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    api = client(owner);
  }

  @Test
  void aTimetableIsThereFromItsFirstDocumentOn() {
    // Given
    assertThat(api.get(TIMETABLES).json().path("items")).isEmpty();
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String newest = lectures(lecture("G01", "08:30 - 09:20", "IT 4-2"));

    // When
    JsonNode listed = api.get(TIMETABLES).json().path("items");
    Answer timetable = api.get(timetable());

    // Then
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("profile").asText()).isEqualTo("up-lectures");
    assertThat(listed.get(0).path("institution").asText()).isEqualTo("University of Pretoria");
    assertThat(listed.get(0).path("kind").asText()).isEqualTo("lecture");
    assertThat(listed.get(0).path("documents").asInt()).isEqualTo(2);
    assertThat(listed.get(0).path("newest").asText()).isEqualTo(newest);
    assertThat(timetable.header("ETag")).isEqualTo("\"0\"");
    assertThat(timetable.json().path("zone").asText()).isEqualTo("Africa/Johannesburg");
    assertThat(timetable.json().path("choices")).isEmpty();
    assertThat(timetable.json().path("documents").findValuesAsText("id"))
        .hasSize(2)
        .startsWith(newest);
    assertThat(timetable.json().path("semesters"))
        .hasToString("[{\"offered\":\"S2\",\"first\":\"2025-07-21\",\"last\":\"2025-10-31\"}]");
    assertThat(timetable.json().path("free").toString()).contains("\"2026-04-03\"");
  }

  @Test
  void choicesSurviveTheDocumentAndServeTheNextWithTheSameEntries() {
    // Given
    String first =
        lectures(
            lecture("G01", "08:30 - 09:20", "IT 4-1"), lecture("G02", "10:30 - 11:20", "IT 4-1"));
    String path = timetable();
    ICalendar printed = read(api.get(document(first) + "/calendar.ics"));
    String key = events(path).get(0).path("key").asText();
    Answer chosen =
        choose(
            path,
            """
            {"groups":"COS110:G01","reminderMinutes":10,
             "modules":{"COS110":{"colour":"basil","title":"Programming"}},
             "events":{"%s":{"venues":["My desk"],"start":"08:00"}},
             "added":[{"id":"gym-1","title":"Gym","weekday":"FRIDAY","start":"17:00","end":"18:00"}]}
            """
                .formatted(key));
    assertThat(chosen.status()).isEqualTo(200);

    // When
    ICalendar before = read(api.get(path + "/calendar.ics"));
    assertThat(api.delete(document(first)).status()).isEqualTo(204);
    Answer gone = api.get(path + "/events");
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-2"), lecture("G02", "10:30 - 11:20", "IT 4-1"));
    Answer calendar = api.get(path + "/calendar.ics");
    ICalendar after = read(calendar);

    // Then
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.text("detail")).contains("No document of this timetable is left");
    assertThat(uids(before)).hasSize(2).contains(uids(printed).get(0));
    assertThat(uids(after)).isEqualTo(uids(before));
    assertThat(after.getEvents().get(0).getSummary().getValue()).isEqualTo("Programming L1");
    assertThat(after.getEvents().get(0).getLocation().getValue()).isEqualTo("My desk");
    assertThat(after.getEvents().get(0).getSequence().getValue()).isEqualTo(2);
    assertThat(after.getEvents().get(0).getColor().getValue()).isEqualTo("seagreen");
    assertThat(after.getEvents().get(0).getAlarms()).hasSize(1);
    assertThat(calendar.response().body())
        .contains("TRIGGER;RELATED=START:-PT10M\r\n")
        .contains(":20250721T080000\r\n")
        .contains("SUMMARY:Gym\r\n");
    assertThat(api.get(path).json().path("choices").path("groups").asText())
        .isEqualTo("COS110:G01");
  }

  @Test
  void eventsSayWhatWasChosenAndClashesAreAmongThoseThatAreShown() {
    // Given
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"), lecture("G02", "08:30 - 09:20", "IT 4-2"));
    String path = timetable();
    assertThat(api.get(path + "/events").json().path("clashes")).hasSize(1);

    // When
    choose(
        path,
        """
        {"groups":"COS110:G02,COS110:G09","modules":{"XYZ100":{"title":"None"}},
         "added":[{"id":"a","module":"COS110","date":"2025-08-04","start":"08:00","end":"09:00"}]}
        """);
    Answer answer = api.get(path + "/events");
    Answer csv = api.get(path + "/events?format=csv");

    // Then
    JsonNode events = answer.json().path("events");
    assertThat(events).hasSize(3);
    assertThat(events.get(0).path("notChosen").asBoolean()).isTrue();
    assertThat(events.get(1).has("notChosen")).isFalse();
    assertThat(events.get(1).path("group").asText()).isEqualTo("G02");
    assertThat(events.get(2).path("added").asBoolean()).isTrue();
    assertThat(events.get(2).path("weekday").asText()).isEqualTo("MONDAY");
    assertThat(events.get(2).path("colour")).isEqualTo(events.get(1).path("colour"));
    assertThat(answer.json().path("clashes")).isEmpty();
    assertThat(answer.json().path("eventsMade").asInt()).isEqualTo(2);
    assertThat(answer.json().path("calendar").path("eventsLeftOut").asInt()).isZero();
    assertThat(answer.json().path("stale"))
        .hasToString("[\"groups: there is no COS110:G09\",\"modules: there is no XYZ100\"]");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.response().body().split("\r\n")).hasSize(3);
    assertThat(csv.response().body()).contains("IT 4-2").doesNotContain("IT 4-1");
  }

  @Test
  void choicesOfAnotherVersionAreNotOverwritten() {
    // Given
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();

    // When
    Answer first = choose(path, "{\"reminderMinutes\":5}", "If-Match", "\"0\"");
    Answer late = choose(path, "{\"reminderMinutes\":6}", "If-Match", "\"0\"");
    Answer careless = choose(path, "{\"reminderMinutes\":7}");

    // Then
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(first.json().path("version").asInt()).isEqualTo(1);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text("code")).isEqualTo("changed-meanwhile");
    assertThat(careless.json().path("choices")).hasToString("{\"reminderMinutes\":7}");
    assertThat(careless.header("ETag")).isEqualTo("\"2\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"nothing\":1}|nothing",
        "{\"groups\":\"COS110\"}|groups",
        "{\"semesters\":\"S1:2026\"}|semesters",
        "{\"free\":[\"2026-02-30\"]}|free",
        "{\"reminderMinutes\":40321}|reminderMinutes",
        "{\"modules\":{\"COS110\":{\"colour\":\"pink\"}}}|modules",
        "{\"modules\":{\"COS110\":{\"shade\":1}}}|shade",
        "{\"events\":{\"no-key\":{\"leftOut\":true}}}|events",
        "{\"added\":[{\"id\":\"a\",\"title\":\"x\"}]}|added.a",
        "[]|body"
      })
  void aBadChoiceIsRefusedByName(String body, String name) {
    // Given
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();

    // When
    Answer answer = choose(path, body);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains(name);
    assertThat(api.get(path).header("ETag")).isEqualTo("\"0\"");
  }

  @Test
  void aLinkLeadsToTheNewestDocumentWithTheChoicesOfToday() {
    // Given
    String first = lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();
    Answer made = api.send(api.request(path + "/subscriptions").POST(BodyPublishers.noBody()));
    String link = URI.create(made.text("url")).getPath();
    ApiClient program = new ApiClient(address(), null);

    // When
    Answer plain = program.get(link);
    choose(path, "{\"modules\":{\"COS110\":{\"title\":\"Programming\"}}}");
    Answer chosen = program.get(link);
    Answer known =
        program.send(program.request(link).header("If-None-Match", chosen.header("ETag")));

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(plain.response().body()).contains("SUMMARY:COS110 L1");
    assertThat(plain.header("Cache-Control")).isEqualTo("max-age=900, private");
    assertThat(links.stream().flatMap(kind -> kind.ownerOf(link).stream()))
        .as("whose limits it counts in")
        .containsExactly(owner);
    assertThat(chosen.response().body()).contains("SUMMARY:Programming L1");
    assertThat(known.status()).isEqualTo(304);
    assertThat(api.get(path + "/subscriptions").json().path("items").findValuesAsText("id"))
        .containsExactly(made.text("id"));

    // When the document is deleted, and the next one comes
    api.delete(document(first));
    assertThat(program.get(link).status()).isEqualTo(404);
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-9"));
    assertThat(program.get(link).response().body())
        .contains("SUMMARY:Programming L1")
        .contains("IT 4-9");

    // When it is ended
    assertThat(api.delete(path + "/subscriptions/" + made.text("id")).status()).isEqualTo(204);
    assertThat(program.get(link).status()).isEqualTo(404);
    assertThat(api.delete(path + "/subscriptions/" + made.text("id")).status()).isEqualTo(404);
  }

  @Test
  void otherDatesMoveTheCalendarAndLeaveTheKeysAsTheyAre() {
    // Given
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();
    String key = events(path).get(0).path("key").asText();

    // When
    Answer chosen =
        choose(
            path,
            """
            {"semesters":"S2:2099-07-20..2099-10-30","free":["2099-07-20..2099-07-26"],
             "events":{"%s":{"title":"Early"}},
             "added":[{"id":"a","title":"Club","weekday":"MONDAY","start":"12:00","offered":"S9"}]}
            """
                .formatted(key));
    Answer calendar = api.get(path + "/calendar.ics");
    Answer events = api.get(path + "/events");

    // Then
    assertThat(chosen.status()).isEqualTo(200);
    assertThat(events.json().at("/events/0/key").asText()).isEqualTo(key);
    assertThat(events.json().at("/events/0/title").asText()).isEqualTo("Early");
    assertThat(events.json().at("/calendar/semesters/0").asText())
        .isEqualTo("S2:2099-07-20..2099-10-30");
    assertThat(events.json().at("/calendar/eventsLeftOut").asInt()).isEqualTo(1);
    assertThat(calendar.header("X-Events-Left-Out")).isEqualTo("1");
    assertThat(calendar.header("X-Calendar-Past")).isEqualTo("false");
    assertThat(calendar.response().body())
        .contains("EXDATE;TZID=Africa/Johannesburg:20990720T083000\r\n")
        .contains("SUMMARY:Early\r\n")
        .contains("NAME:up-lectures\r\n");
  }

  @Test
  void linksToDocumentsAndToTimetablesShareOneLimit() {
    // Given
    String id = lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();
    api.post(document(id) + "/subscriptions", "{}");
    jdbc.update(
        "INSERT INTO timetable_subscription (id, plan_id, owner, token_hash)"
            + " SELECT gen_random_uuid(), id, owner, sha256(convert_to(id::text || n, 'UTF8'))"
            + " FROM timetable_plan, generate_series(1, 98) AS n WHERE owner = ?",
        owner);

    // When
    Answer last = api.send(api.request(path + "/subscriptions").POST(BodyPublishers.noBody()));
    Answer tooMany = api.send(api.request(path + "/subscriptions").POST(BodyPublishers.noBody()));

    // Then
    assertThat(last.status()).isEqualTo(201);
    assertThat(tooMany.status()).isEqualTo(409);
    assertThat(tooMany.text("code")).isEqualTo("too-many-subscriptions");
    assertThat(api.post(document(id) + "/subscriptions", "{}").status()).isEqualTo(409);
  }

  @Test
  void aForgottenTimetableBeginsAnewWithoutChoicesOrLinks() {
    // Given
    String first = lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();
    choose(path, "{\"reminderMinutes\":5}");
    Answer made = api.send(api.request(path + "/subscriptions").POST(BodyPublishers.noBody()));

    // When
    assertThat(api.delete(path).status()).isEqualTo(204);

    // Then
    assertThat(api.get(path).json().path("choices")).isEmpty();
    assertThat(api.get(path).header("ETag")).isEqualTo("\"2\"");
    assertThat(new ApiClient(address(), null).get(URI.create(made.text("url")).getPath()).status())
        .isEqualTo(404);

    // When its document goes, too
    api.delete(document(first));
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(TIMETABLES).json().path("items")).isEmpty();
  }

  @Test
  void whatTheNewestDocumentChangedIsTold() {
    // Given
    String from =
        lectures(
            lecture("G01", "08:30 - 09:20", "IT 4-1"), lecture("G02", "10:30 - 11:20", "IT 4-1"));
    String path = timetable();
    assertThat(api.get(path + "/changes").json())
        .hasToString("{\"added\":[],\"gone\":[],\"moved\":[]}");
    String to =
        lectures(
            lecture("G01", "08:30 - 09:20", "IT 4-2"), lecture("G03", "10:30 - 11:20", "IT 4-1"));

    // When
    JsonNode changes = api.get(path + "/changes").json();

    // Then
    assertThat(changes.path("from").asText()).isEqualTo(from);
    assertThat(changes.path("to").asText()).isEqualTo(to);
    assertThat(changes.path("added").findValuesAsText("group")).containsExactly("G03");
    assertThat(changes.path("gone").findValuesAsText("group")).containsExactly("G02");
    assertThat(changes.path("moved")).hasSize(1);
    assertThat(changes.path("moved").get(0).path("key")).isEqualTo(events(path).get(0).path("key"));
    assertThat(changes.path("moved").get(0).path("before").path("venues").toString())
        .contains("IT 4-1");
    assertThat(changes.path("moved").get(0).path("after").path("venues").toString())
        .contains("IT 4-2");
  }

  @Test
  void groupsThatDoNotClashAreSuggested() {
    // Given
    lectures(
        lecture("G01", "08:30 - 09:20", "IT 4-1"),
        lecture("G02", "10:30 - 11:20", "IT 4-1"),
        row("COS122", "S2", "G01", "E|L", "L1", "Monday", "08:30 - 09:20", "IT", "HATFIELD", ""));
    String path = timetable();

    // When
    Answer free = api.get(path + "/suggestion");
    Answer kept = api.get(path + "/suggestion?keep=COS110:G01");
    Answer unknown = api.get(path + "/suggestion?keep=COS110:G09");

    // Then
    assertThat(free.json()).hasToString("{\"groups\":\"COS110:G02,COS122:G01\",\"clashes\":0}");
    assertThat(kept.json()).hasToString("{\"groups\":\"COS110:G01,COS122:G01\",\"clashes\":1}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail")).isEqualTo("keep: there is no COS110:G09.");
  }

  @Test
  void aTimetableIsItsOwnersOnly() {
    // Given
    lectures(lecture("G01", "08:30 - 09:20", "IT 4-1"));
    String path = timetable();
    ApiClient other = client("owner-" + UUID.randomUUID());

    // Then
    assertThat(other.get(TIMETABLES).json().path("items")).isEmpty();
    for (String below :
        List.of("", "/events", "/calendar.ics", "/changes", "/suggestion", "/subscriptions")) {
      assertThat(other.get(path + below).status()).as(below).isEqualTo(404);
    }
    assertThat(other.delete(path).status()).isEqualTo(404);
    assertThat(choose(other, path, "{}").status()).isEqualTo(404);
    assertThat(other.post(path + "/subscriptions", "").status()).isEqualTo(404);
    assertThat(new ApiClient(address(), null).get(path).status()).isEqualTo(401);
  }

  private String timetable() {
    return TIMETABLES + "/" + api.get(TIMETABLES).json().path("items").get(0).path("id").asText();
  }

  private JsonNode events(String path) {
    return api.get(path + "/events").json().path("events");
  }

  private Answer choose(String path, String body, String... headers) {
    return choose(api, path, body, headers);
  }

  private static Answer choose(ApiClient client, String path, String body, String... headers) {
    var request =
        client
            .request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body));
    return client.send(headers.length == 0 ? request : request.headers(headers));
  }

  @SafeVarargs
  private String lectures(List<List<String>>... rows) {
    String id =
        api.upload(TimetablePdf.draw(TimetableLook.LECTURES, "Lectures", List.of(rows))).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private static List<List<String>> lecture(String group, String time, String venue) {
    return row("COS110", "S2", group, "E|L", "L1", "Monday", time, venue, "HATFIELD", "BSc");
  }

  /** The lines of each cell. */
  private static List<List<String>> row(String... cells) {
    return Stream.of(cells).map(cell -> List.of(cell.split("/"))).toList();
  }

  private static ICalendar read(Answer answer) {
    return Biweekly.parse(answer.response().body()).first();
  }

  private static List<String> uids(ICalendar calendar) {
    return calendar.getEvents().stream().map(VEvent::getUid).map(uid -> uid.getValue()).toList();
  }

  private ApiClient client(String name) {
    return new ApiClient(address(), keys.create(name, Role.USER, "").secret());
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
