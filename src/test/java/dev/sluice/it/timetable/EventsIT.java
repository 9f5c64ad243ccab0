package dev.sluice.it.timetable;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
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

/** What comes of a timetable, from the door to the answer. */
@RunningSluice
class EventsIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String owner = "owner-" + UUID.randomUUID();
    String address = "http://127.0.0.1:" + port;
    api = new ApiClient(address, keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void aTestIsShownAsItIsPrinted() {
    // Given
    String id =
        completed(
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
                        "IT 4-1/IT 4-2"),
                    row("COS216", "Test1", "Monday", "TBA", "8h30", "HATF", "Unfinalised"))),
            "");

    // When
    JsonNode answer = events(id, "");

    // Then
    assertThat(answer.path("profile").asText()).isEqualTo("up-tests");
    assertThat(answer.path("rowsSeen").asInt()).isEqualTo(2);
    assertThat(answer.path("eventsMade").asInt()).isEqualTo(2);
    JsonNode test = answer.path("events").path(0);
    assertThat(test.path("kind").asText()).isEqualTo("test");
    assertThat(test.path("test").asText()).isEqualTo("PTest 1");
    assertThat(test.path("weekday").asText()).isEqualTo("SATURDAY");
    assertThat(test.path("date").asText()).isEqualTo("2025-08-23");
    assertThat(test.path("start").asText()).isEqualTo("10:00");
    assertThat(test.path("end").asText()).isEqualTo("11:30");
    assertThat(test.path("endAssumed").asBoolean(true)).isFalse();
    assertThat(test.path("venues"))
        .extracting(JsonNode::asText)
        .containsExactly("IT 4-1", "IT 4-2");
    assertThat(test.path("page").asInt()).isEqualTo(1);
    assertThat(test.path("box").path("height").asDouble()).isPositive();
    assertThat(test.path("rule").asText()).isEqualTo("up-tests/row");
    JsonNode open = answer.path("events").path(1);
    assertThat(open.has("date")).isFalse();
    assertThat(open.path("flags"))
        .extracting(JsonNode::asText)
        .containsExactly("date-unknown", "time-unknown", "venue-unknown");
    // And what was not understood is reported here and among the flags
    JsonNode strange = answer.path("notUnderstood").path(0);
    assertThat(strange.path("page").asInt()).isEqualTo(1);
    assertThat(strange.path("text").asText()).isEqualTo("time: 8h30");
    JsonNode flags = api.get(document(id)).json().path("flags");
    assertThat(flags.findValuesAsText("code")).containsExactly("timetable-past", "not-understood");
    assertThat(flags.findValuesAsText("text"))
        .containsExactly("Its last day was 2025-08-23.", "time: 8h30");
    // And that its only day has passed
    assertThat(answer.path("calendar").path("past").asBoolean()).isTrue();
    assertThat(answer.path("calendar").path("eventsLeftOut").asInt()).isEqualTo(1);
  }

  @Test
  void chosenGroupsLeaveOutTheOthersAndTheirClashes() {
    // Given
    String id =
        completed(
            TimetablePdf.draw(
                TimetableLook.LECTURES,
                "Lectures",
                List.of(
                    slot("COS214", "G01", "E|L", "L1", "08:30 - 09:20"),
                    slot("COS214", "P01", "E|P", "P1", "10:30 - 12:20"),
                    slot("COS214", "P02", "E|P", "P1", "12:30 - 14:20"),
                    slot("COS110", "L2G01", "E|L", "L1", "11:30 - 12:20"))),
            "?profile=up-lectures");

    // When
    JsonNode all = events(id, "");
    JsonNode chosen = events(id, "?groups=COS214:P02,COS110:L2G01");
    Answer unknown = api.get(document(id) + "/events?groups=COS214:P09");
    Answer malformed = api.get(document(id) + "/events?groups=COS214");

    // Then
    assertThat(groups(all)).containsExactly("G01", "P01", "P02", "L2G01");
    assertThat(all.path("events").path(1).path("type").asText()).isEqualTo("practical");
    assertThat(all.path("clashes")).hasSize(1);
    assertThat(all.path("clashes").path(0).path("first").asInt()).isEqualTo(2);
    assertThat(all.path("clashes").path(0).path("second").asInt()).isEqualTo(4);
    assertThat(groups(chosen)).containsExactly("G01", "P02", "L2G01");
    assertThat(chosen.path("eventsMade").asInt()).isEqualTo(4);
    assertThat(chosen.path("clashes")).isEmpty();
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail")).contains("COS214:P09");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.text("detail")).contains("COS214");
  }

  @ParameterizedTest
  @CsvSource({"none,", "auto,", "up-exams,profile-mismatch"})
  void aDocumentThatIsNoTimetableHasNoEvents(String profile, String flag) {
    // Given a timetable that its sender does not want read, or text
    byte[] pdf =
        profile.equals("none")
            ? TimetablePdf.draw(
                TimetableLook.LECTURES,
                "Lectures",
                List.of(slot("COS214", "G" + UUID.randomUUID(), "E|L", "L1", "08:30 - 09:20")))
            : Pdfs.withText("Exams " + UUID.randomUUID());
    String id = completed(pdf, "?profile=" + profile);

    // When
    JsonNode answer = events(id, "");

    // Then
    assertThat(answer.path("events").isArray()).isTrue();
    assertThat(answer.path("events")).isEmpty();
    assertThat(answer.path("rowsSeen").asInt(-1)).isZero();
    assertThat(answer.path("notUnderstood")).isEmpty();
    assertThat(answer.path("clashes")).isEmpty();
    assertThat(answer.path("calendar").isNull()).isTrue();
    assertThat(api.get(document(id)).json().findValuesAsText("code"))
        .isEqualTo(flag == null ? List.of() : List.of(flag));
  }

  private JsonNode events(String id, String query) {
    Answer answer = api.get(document(id) + "/events" + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private String completed(byte[] pdf, String query) {
    String id = api.upload(BodyPublishers.ofByteArray(pdf), query).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private static List<String> groups(JsonNode answer) {
    return answer.path("events").findValuesAsText("group");
  }

  private static List<List<String>> slot(
      String module, String group, String language, String activity, String time) {
    return row(
        module, "S2", group, language, activity, "Monday", time, "IT 4-1", "HATFIELD", "BSc");
  }

  /** The lines of each cell. */
  private static List<List<String>> row(String... cells) {
    return Stream.of(cells).map(cell -> List.of(cell.split("/"))).toList();
  }
}
