package dev.sluice.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Many documents in one file. */
@RunningSluice
class DownloadIT {

  private static final String ARCHIVE = "/api/v1/documents/archive";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;

  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    api = client();
  }

  @Test
  void originalsHaveTheirNamesAndWhatIsNotThereIsListed() throws Exception {
    // Given
    byte[] first = Pdfs.withText("first " + UUID.randomUUID());
    byte[] second = Pdfs.withText("second " + UUID.randomUUID());
    String a = sent(api, first, "plan.pdf");
    String b = sent(api, second, "plan.pdf");
    String others = sent(client(), Pdfs.withText("x " + UUID.randomUUID()), "secret.pdf");
    String lost = sent(api, Pdfs.withText("y " + UUID.randomUUID()), "lost.pdf");
    s3.deleteObject(request -> request.bucket(claims.bucket()).key(claimKey(lost)));

    // When
    Map<String, byte[]> files =
        unzipped("?ids=" + String.join(",", a, b, others, lost) + "&what=originals");

    // Then
    assertThat(files.keySet()).containsExactly("plan.pdf", "plan (2).pdf", "_missing.txt");
    assertThat(files.get("plan.pdf")).isEqualTo(first);
    assertThat(files.get("plan (2).pdf")).isEqualTo(second);
    assertThat(new String(files.get("_missing.txt")))
        .isEqualTo("not-found %s \noriginal-gone %s lost.pdf\n".formatted(others, lost));
  }

  @Test
  void resultsOfAllDocumentsAreMadeWhileTheyAreSent() throws Exception {
    // Given
    String plain = sent(api, Pdfs.withText("plain " + UUID.randomUUID()), "plain.pdf");
    sent(api, TablePdf.of("Name|Age|" + UUID.randomUUID(), "Ada|36|x", "Bob|41|y"), "people.pdf");
    String bad = sent(api, Pdfs.zeroPages(), "bad.pdf");

    // When
    Map<String, byte[]> texts = unzipped("?all=true&what=text");
    Map<String, byte[]> tables = unzipped("?all=true&what=tables");
    Map<String, byte[]> events = unzipped("?ids=" + plain + "&what=events");

    // Then
    assertThat(texts.keySet()).containsExactly("people.txt", "plain.txt", "_missing.txt");
    assertThat(new String(texts.get("plain.txt"))).startsWith("plain ");
    assertThat(new String(texts.get("_missing.txt"))).isEqualTo("no-result " + bad + " bad.pdf\n");
    assertThat(tables.keySet()).contains("people table 1.csv", "_missing.txt");
    assertThat(new String(tables.get("_missing.txt"))).contains("no-tables " + plain);
    assertThat(new String(events.get("_missing.txt"))).contains("no-events " + plain);
  }

  @Test
  void theFileIsNamedByTheDay() {
    Answer answer = api.get(ARCHIVE + "?all=true");

    assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
    assertThat(answer.header("Content-Disposition"))
        .matches("attachment; filename=\"sluice-\\d{4}-\\d\\d-\\d\\d\\.zip\"");
  }

  @Test
  void whatCannotBeCompletedBreaksTheConnection() {
    // Given
    String broken = sent(api, Pdfs.withText("z " + UUID.randomUUID()), "broken.pdf");
    sent(api, Pdfs.withText(noise()), "noise.pdf");
    jdbc.sql("UPDATE page SET blocks = '\"none\"' WHERE document_id = CAST(? AS uuid)")
        .param(broken)
        .update();

    // Then
    assertThatThrownBy(() -> api.bytes(ARCHIVE + "?all=true&what=markdown"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?all=false",
        "?all=true&batch=01a2024e-1bd9-7ecc-919f-09490af59a8e",
        "?ids=",
        "?ids=1",
        "?all=true&what=all"
      })
  void whatIsWantedMustBeClear(String query) {
    assertThat(api.get(ARCHIVE + query).status()).isEqualTo(400);
  }

  @Test
  void aBatchOfNobodyIsNotThere() {
    assertThat(api.get(ARCHIVE + "?batch=" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  private static String[] noise() {
    return Stream.generate(
            () ->
                Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(20)
                    .collect(Collectors.joining(" ")))
        .limit(60)
        .toArray(String[]::new);
  }

  private Map<String, byte[]> unzipped(String query) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(api.bytes(ARCHIVE + query)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String sent(ApiClient api, byte[] pdf, String name) {
    String id = api.upload(pdf, "X-File-Name", name).text("id");
    api.awaitEnd(id);
    return id;
  }

  private String claimKey(String id) {
    return jdbc.sql("SELECT claim_key FROM document WHERE id = CAST(? AS uuid)")
        .param(id)
        .query(String.class)
        .single();
  }

  private ApiClient client() {
    return new ApiClient(
        "http://127.0.0.1:" + port,
        keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret());
  }
}
