package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One stream tells how far many documents are. */
@RunningSluice
class ProgressIT {

  private static final String PROGRESS = "/api/v1/documents/progress";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    api = newOwner();
  }

  @Test
  void documentsAreFollowedTogetherUntilAllHaveEnded() {
    // Given
    List<String> ids = Stream.generate(() -> upload("")).limit(3).toList();

    // When
    List<String> lines = api.lines(PROGRESS + "?ids=" + String.join(",", ids)).toList();

    // Then
    assertThat(ended(lines)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(lines).endsWith("event: done", "data: {}", "");
    assertThat(lines).filteredOn(line -> line.contains("\"state\":\"completed\"")).hasSize(3);
  }

  @Test
  void theDocumentsOfOthersAreSaidToBeGoneAsIfTheyDidNotExist() {
    // Given
    String foreign = upload("");
    String none = UUID.randomUUID().toString();

    // When
    List<String> lines = newOwner().lines(PROGRESS + "?ids=" + foreign + "," + none).toList();

    // Then
    assertThat(ended(lines)).containsExactlyInAnyOrder(foreign, none);
    assertThat(lines).filteredOn(line -> line.contains("\"state\":\"deleted\"")).hasSize(2);
  }

  @Test
  void aBatchIsFollowedWithWhatJoinsIt() {
    // Given: an empty batch, whose stream waits
    String batch = api.post("/api/v1/uploads/batches", "{}").text("id");
    Iterator<String> lines = api.lines(PROGRESS + "?batch=" + batch).iterator();

    // When
    String id = upload("?batch=" + batch);

    // Then
    List<String> told =
        Stream.generate(lines::next).takeWhile(line -> !line.contains("done")).toList();
    assertThat(ended(told)).containsExactly(id);
    assertThat(newOwner().get(PROGRESS + "?batch=" + batch).status()).isEqualTo(404);
  }

  @Test
  void anOwnerHasABoundedNumberOfStreamsOfOneOrMany() {
    // Given
    String path = PROGRESS + "?batch=" + api.post("/api/v1/uploads/batches", "{}").text("id");

    // When: as many as an owner may have
    List<Stream<String>> open = Stream.generate(() -> api.lines(path)).limit(20).toList();

    // Then
    assertThat(api.get(path).text("code")).isEqualTo("too-many-streams");
    assertThat(api.get(document(upload("")) + "/progress").status()).isEqualTo(429);
    open.forEach(Stream::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?ids=", "?ids=1,2", "?batch=x", "?batch=%1$s&ids=%1$s"})
  void whatNamesNoDocumentsIsRefused(String query) {
    String path = PROGRESS + query.formatted(UUID.randomUUID());

    assertThat(api.get(path).status()).isEqualTo(400);
  }

  private String upload(String query) {
    byte[] pdf = Pdfs.withText("followed " + UUID.randomUUID());
    return api.upload(BodyPublishers.ofByteArray(pdf), query).text("id");
  }

  /** The documents of events that are called end. */
  private static List<String> ended(List<String> lines) {
    return Stream.iterate(1, at -> at < lines.size(), at -> at + 1)
        .filter(at -> lines.get(at - 1).equals("event: end"))
        .map(at -> json(lines.get(at).substring("data: ".length())).path("id").asText())
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private ApiClient newOwner() {
    String secret = keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret();
    return new ApiClient("http://127.0.0.1:" + port, secret);
  }
}
