package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

@RunningSluice
class ResultsIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String owner = "owner-" + UUID.randomUUID();
    api = new ApiClient(address(), keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void pagesAreListedInPartsAndShownOneByOne() {
    // Given
    String id = completed("one", "two", "three");

    // When
    JsonNode first = api.get(document(id) + "/pages?limit=2").json();
    JsonNode second =
        api.get(document(id) + "/pages?limit=2&cursor=" + first.path("nextCursor").asText()).json();

    // Then
    assertThat(first.path("items").findValuesAsText("number")).containsExactly("1", "2");
    assertThat(second.path("items").findValuesAsText("number")).containsExactly("3");
    assertThat(second.has("nextCursor")).isFalse();
    JsonNode page = api.get(document(id) + "/pages/2").json();
    assertThat(page.path("text").asText()).contains("two");
    assertThat(page.path("widthPoints").asDouble()).isPositive();
    assertThat(page.path("blocks").path(0).path("kind").asText()).isEqualTo("PARAGRAPH");
    assertThat(api.get(document(id) + "/markdown").response().body()).contains("two");
    assertThat(api.get(document(id) + "/pages/4").status()).isEqualTo(404);
    assertThat(api.get(document(id) + "/pages/0").status()).isEqualTo(400);
  }

  @Test
  void aSearchShowsThePagesAndWhatStandsAroundTheWords() {
    // Given
    String id = completed("nothing", "the zebra runs", "1 < 2 & Zebra zebras", "zebra", "zebra");

    // When
    JsonNode found = api.get("/api/v1/documents?q=zebra").json().path("items").path(0);
    JsonNode all = api.get("/api/v1/documents").json().path("items").path(0);

    // Then
    assertThat(found.path("id").asText()).isEqualTo(id);
    JsonNode matches = found.path("matches");
    assertThat(matches.findValuesAsText("page")).containsExactly("2", "3", "4");
    assertThat(matches.at("/0/snippet").toString())
        .isEqualTo(
            "[{\"text\":\"the \",\"hit\":false},{\"text\":\"zebra\",\"hit\":true},"
                + "{\"text\":\" runs\",\"hit\":false}]");
    assertThat(matches.at("/1/snippet").findValuesAsText("text"))
        .as("plain text, no HTML")
        .containsExactly("1 < 2 & ", "Zebra", " zebras");
    assertThat(all.has("matches")).isFalse();
  }

  @Test
  void aSearchFindsWhileOneTypes() {
    // Given
    String id = completed("the giraffe-house opens", "a lion sleeps");

    // When
    JsonNode found = api.get("/api/v1/documents?q=gira&prefix=true").json().path("items").path(0);

    // Then
    assertThat(found.path("id").asText()).isEqualTo(id);
    assertThat(found.at("/matches/0/snippet").toString())
        .contains("{\"text\":\"giraffe\",\"hit\":true}");
    assertThat(listed("?q=gira")).isEmpty();
    assertThat(listed("?q=gira%20&prefix=true")).isEmpty();
    assertThat(listed("?q=giraffe-ho&prefix=true")).containsExactly(id);
    assertThat(listed("?q=%22lion%20sle&prefix=true")).containsExactly(id);
    assertThat(listed("?q=%22the%20lion%22%20sle&prefix=true")).isEmpty();
    assertThat(listed("?q=tiger%20or%20gira&prefix=true")).containsExactly(id);
    assertThat(listed("?q=lion%20-sle&prefix=true")).as("-sle is a whole word").containsExactly(id);
  }

  @Test
  void cachesKeepNoResults() {
    String id = completed("secret");

    assertThat(api.get(document(id) + "/text").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void metadataSaysWhatThePdfSaysOfItself() {
    // Given
    String id = completed("metadata");

    // When
    JsonNode metadata = api.get(document(id) + "/metadata").json();

    // Then
    assertThat(metadata.path("title").asText()).isNotBlank();
    assertThat(metadata.path("author").asText()).isNotBlank();
    assertThat(metadata.path("pageCount").asInt()).isEqualTo(1);
    assertThat(metadata.path("pdfVersion").asText()).startsWith("1.");
    assertThat(metadata.path("encrypted").asBoolean(true)).isFalse();
    assertThat(metadata.path("pageSizes").path(0).path("pages").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "d%C3%A9j%C3%A0.pdf, filename*=UTF-8''d%C3%A9j%C3%A0.pdf",
    "plain name.pdf, filename=\"plain name.pdf\""
  })
  void theOriginalComesBackUnderItsName(String name, String parameter) {
    // Given
    byte[] pdf = Pdfs.withText("original " + UUID.randomUUID());
    String id = api.upload(pdf, "X-File-Name", name).text("id");

    // When
    Answer original = api.get(document(id) + "/original");

    // Then
    assertThat(original.status()).isEqualTo(200);
    assertThat(original.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(original.header("Content-Disposition"))
        .startsWith("attachment; filename=")
        .endsWith(parameter);
    assertThat(original.response().body()).startsWith("%PDF-");
  }

  @Test
  void aDocumentWithoutANameIsNamedAfterItsTimeAndItsTitleStandsBesideIt() {
    // When
    String id = completed("nameless");

    // Then
    JsonNode one = api.get(document(id)).json();
    JsonNode listed = api.get("/api/v1/documents?limit=1").json().path("items").path(0);
    assertThat(one.path("fileName").asText()).matches("upload-\\d{8}-\\d{6}\\.pdf");
    assertThat(one.path("title").asText()).isEqualTo("A test document");
    assertThat(listed.path("title").asText()).isEqualTo("A test document");
  }

  @Test
  void aPartOfTheOriginalIsAnsweredAlone() {
    // Given
    byte[] pdf = Pdfs.withText("in parts " + UUID.randomUUID());
    String original = document(api.upload(pdf).text("id")) + "/original";
    String text = new String(pdf, StandardCharsets.ISO_8859_1);

    // When
    Answer first = part(original, "bytes=0-4");
    Answer last = part(original, "bytes=-6");
    Answer beyond = part(original, "bytes=" + pdf.length + "-");

    // Then
    assertThat(first.status()).isEqualTo(206);
    assertThat(first.response().body()).isEqualTo("%PDF-");
    assertThat(first.header("Content-Range")).isEqualTo("bytes 0-4/" + pdf.length);
    assertThat(first.header("Content-Length")).isEqualTo("5");
    assertThat(last.response().body()).isEqualTo(text.substring(pdf.length - 6));
    assertThat(beyond.text("code")).isEqualTo("range-not-satisfiable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "bytes=0-1,4-5", "pages=1-2", "bytes=a-b"})
  void whatIsNoPartIsAnsweredWhole(String range) {
    byte[] pdf = Pdfs.withText("whole " + range);
    String original = document(api.upload(pdf).text("id")) + "/original";

    Answer answer = part(original, range);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(pdf.length));
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void aPartOfWhatIsAnotherOriginalIsAnsweredWhole() {
    byte[] pdf = Pdfs.withText("another " + UUID.randomUUID());
    String original = document(api.upload(pdf).text("id")) + "/original";
    String etag = api.get(original).header("ETag");

    assertThat(part(original, "bytes=0-4", "If-Range", "\"other\"").status()).isEqualTo(200);
    assertThat(part(original, "bytes=0-4", "If-Range", etag).status()).isEqualTo(206);
  }

  private Answer part(String original, String range, String... headers) {
    HttpRequest.Builder request = api.request(original).header("Range", range);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return api.send(request);
  }

  @Test
  void documentsAreListedNewestFirstInPartsThatDoNotOverlap() {
    // Given
    List<String> ids = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      ids.add(0, completed("listed " + n));
    }

    // When
    JsonNode first = api.get("/api/v1/documents?limit=3").json();
    JsonNode second =
        api.get("/api/v1/documents?limit=3&cursor=" + first.path("nextCursor").asText()).json();

    // Then
    assertThat(first.path("items").findValuesAsText("id")).isEqualTo(ids.subList(0, 3));
    assertThat(second.path("items").findValuesAsText("id")).isEqualTo(ids.subList(3, 5));
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void aListIsNarrowedByStateTimeOriginAndWords() {
    // Given
    String good = completed("a zebra crosses");
    String bad = api.upload(Pdfs.zeroPages()).text("id");
    api.awaitEnd(bad);

    // Then
    assertThat(listed("?state=invalid")).containsExactly(bad);
    assertThat(listed("?state=completed&origin=http")).containsExactly(good);
    assertThat(listed("?q=zebra")).containsExactly(good);
    assertThat(listed("?q=%22zebra%20a%22")).isEmpty();
    assertThat(listed("?from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")).hasSize(2);
    assertThat(listed("?to=2000-01-01T00:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=1001",
        "limit=99999999999999999999",
        "limit=x",
        "state=great",
        "origin=fax",
        "from=yesterday",
        "q=%00",
        "gaps=maybe",
        "prefix=maybe",
        "cursor=%27%20OR%201=1",
        "cursor="
      })
  void anAbsurdParameterIsRefused(String query) {
    Answer answer = api.get("/api/v1/documents?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isIn("bad-request", "malformed-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "nonsense", "%00", "..%2f..", "01a2024e-1bd9-7ecc-919f-09490af59a8"})
  void aMalformedIdIsRefused(String id) {
    assertThat(api.get(document(id)).status()).isIn(400, 404);
    assertThat(api.get(document(id)).response().body()).doesNotContain("Exception");
  }

  @Test
  void aDeletedDocumentIsGoneWithItsRowsAndItsOriginal() {
    // Given
    byte[] pdf = Pdfs.withText("to be deleted " + UUID.randomUUID());
    String id = api.upload(pdf).text("id");
    api.awaitEnd(id);
    String claimKey =
        jdbc.sql("SELECT claim_key FROM document WHERE id = ?::uuid")
            .param(id)
            .query(String.class)
            .single();

    // When
    Answer deleted = api.delete(document(id));

    // Then
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.response().body()).isEmpty();
    assertThat(api.get(document(id)).status()).isEqualTo(404);
    assertThat(api.delete(document(id)).status()).isEqualTo(404);
    assertThat(
            jdbc.sql("SELECT count(*) FROM page WHERE document_id = ?::uuid")
                .param(id)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(s3.listObjectsV2(r -> r.bucket(claims.bucket()).prefix(claimKey)).contents())
        .isEmpty();
    assertThat(api.upload(pdf).status()).isEqualTo(202);
  }

  @Test
  void everyChangeOfStateIsInTheHistory() {
    // Given
    String id = completed("history");

    // When
    List<String> history =
        jdbc.sql("SELECT to_state FROM document_event WHERE document_id = ?::uuid ORDER BY number")
            .param(id)
            .query(String.class)
            .list();

    // Then: a quick worker may be before the note that the ticket is queued
    assertThat(history).startsWith("received").endsWith("parsing", "completed");
  }

  private String completed(String... pages) {
    pages[0] = pages[0] + " " + UUID.randomUUID();
    String id = api.upload(Pdfs.withText(pages)).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private List<String> listed(String query) {
    return api.get("/api/v1/documents" + query).json().path("items").findValuesAsText("id");
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }
}
