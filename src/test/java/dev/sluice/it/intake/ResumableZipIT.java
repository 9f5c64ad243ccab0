package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Zips;
import dev.sluice.intake.FileResult;
import dev.sluice.intake.UploadReport;
import dev.sluice.intake.resumable.ResumableUpload;
import dev.sluice.intake.resumable.UploadCompletion;
import dev.sluice.intake.resumable.UploadId;
import dev.sluice.intake.resumable.UploadPatch;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TusClient;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import dev.sluice.web.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ZIP by the tus door becomes a batch of its files. */
@RunningSluice
class ResumableZipIT {

  private static final long MIB = 1024 * 1024;
  private static final byte[] TEXT = "no pdf".getBytes(StandardCharsets.UTF_8);

  @LocalServerPort int port;
  @Autowired SpoolFolder spool;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired UploadCompletion completion;

  private final String owner = "zips-" + UUID.randomUUID();
  private ApiClient api;
  private TusClient tus;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String key = keys.create(owner, Role.USER, "").secret();
    api = new ApiClient("http://127.0.0.1:" + port, key);
    tus = new TusClient("http://127.0.0.1:" + port, key);
  }

  @AfterEach
  void nothingIsLeftOnDisk() {
    Awaitility.await().untilAsserted(() -> assertThat(filesIn(spool.path())).isEmpty());
  }

  @Test
  void aZipInSeveralRequestsBecomesABatchOfItsFiles() {
    // Given
    byte[] zip =
        new Zips()
            .file("in/a.pdf", pdf())
            .file("in/readme.txt", TEXT)
            .file("in/b.pdf", pdf())
            .bytes();
    Map<String, String> metadata =
        Map.of("filename", "reports.zip", "filetype", "application/zip", "lane", "bulk");

    // When
    String upload = tus.begin(zip.length, metadata);
    tus.patch(upload, zip, 0, 200);
    tus.patch(upload, zip, 200, 300);
    Answer last = tus.patch(upload, zip, 300, zip.length);

    // Then
    assertThat(last.status()).isEqualTo(204);
    assertThat(last.header("Upload-Offset")).isEqualTo(String.valueOf(zip.length));
    assertThat(last.header("Upload-Expires")).isNull();
    String batch = last.header("Content-Location");
    assertThat(batch).startsWith("/api/v1/uploads/batches/");
    assertThat(tus.head(upload).header("Content-Location")).isEqualTo(batch);
    JsonNode view = awaitDone(batch);
    assertThat(view.path("status").asText()).isEqualTo("partial");
    assertThat(view.at("/documents/completed").asInt()).isEqualTo(2);
    assertThat(view.at("/refusals/0/source").asText()).isEqualTo("reports.zip!/in/readme.txt");
    assertThat(view.at("/refusals/0/problem/code").asText()).isEqualTo("not-a-pdf");
    assertThat(tus.receipt(upload).json()).isEqualTo(view);
    List<JsonNode> documents = documentsOf(view);
    assertThat(documents)
        .extracting(each -> each.path("source").asText())
        .containsExactlyInAnyOrder("reports.zip!/in/a.pdf", "reports.zip!/in/b.pdf");
    assertThat(documents).allMatch(each -> each.path("lane").asText().equals("bulk"));
  }

  @Test
  void aZipIsKnownByItsBytesAndMayComeInOneRequest() {
    // Given
    byte[] zip = new Zips().file("a.pdf", pdf()).bytes();
    String upload = tus.begin(zip.length);

    // When
    Answer whole = tus.patch(upload, zip, 0, zip.length);

    // Then
    JsonNode view = awaitDone(whole.header("Content-Location"));
    assertThat(view.path("status").asText()).isEqualTo("completed");
    assertThat(documentsOf(view).get(0).path("source").asText()).isEqualTo("archive.zip!/a.pdf");
  }

  @Test
  void aZipJoinsTheBatchThatItNames() {
    // Given
    String batch = api.post("/api/v1/uploads/batches", "{}").header("Location");
    byte[] known = pdf();
    String id = api.upload(known).text("id");
    byte[] zip = new Zips().file("a.pdf", known).file("b.pdf", pdf()).bytes();
    String name = batch.substring(batch.lastIndexOf('/') + 1);

    // When
    String upload = tus.begin(zip.length, Map.of("batch", name));
    Answer whole = tus.patch(upload, zip, 0, zip.length);

    // Then
    assertThat(whole.header("Content-Location")).isEqualTo(batch);
    assertThat(documentsOf(awaitDone(batch)))
        .hasSize(2)
        .anyMatch(each -> each.path("id").asText().equals(id));
    assertThat(batchesOfMine()).isEqualTo(1);
  }

  @Test
  void ofManyLastPiecesAtOnceOneMakesABatch() {
    // Given
    byte[] zip = new Zips().file("a.pdf", pdf()).file("b.pdf", pdf()).bytes();
    String upload = tus.begin(zip.length);
    tus.patch(upload, zip, 0, 100);

    // When
    List<CompletableFuture<Answer>> patches =
        IntStream.range(0, 4)
            .mapToObj(n -> AtOnce.start(() -> tus.patch(upload, zip, 100, zip.length)))
            .toList();
    List<Answer> answers = patches.stream().map(CompletableFuture::join).toList();

    // Then
    assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
    assertThat(batchesOfMine()).isEqualTo(1);
    assertThat(documentsOf(awaitDone(tus.head(upload).header("Content-Location")))).hasSize(2);
    assertThat(api.get("/api/v1/documents").json().path("items")).hasSize(2);
  }

  static Stream<Arguments> refused() {
    byte[] whole = new Zips().file("a.pdf", pdf()).bytes();
    return Stream.of(
        Arguments.of("broken-archive", Arrays.copyOf(whole, whole.length - 1)),
        Arguments.of("unsafe-entry-name", new Zips().file("../a.pdf", pdf()).bytes()),
        Arguments.of("encrypted-archive", new Zips().encrypted("a.pdf", pdf()).bytes()),
        Arguments.of("empty-archive", new Zips().bytes()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aZipThatIsRefusedAsAWholeEndsItsUpload(String code, byte[] zip) {
    // Given
    String upload = tus.begin(zip.length);

    // When
    Answer last = tus.patch(upload, zip, 0, zip.length);

    // Then
    assertProblem(last, 422, code);
    assertThat(tus.head(upload).status()).isEqualTo(404);
    assertThat(batchesOfMine()).isZero();
  }

  @Test
  void aZipWithoutAnAcceptedFileEndsItsUploadAndSaysWhyOfEach() {
    // Given
    byte[] zip = new Zips().file("a.txt", TEXT).bomb("b.pdf", "%PDF-", (int) (90 * MIB)).bytes();
    String upload = tus.begin(zip.length);

    // When
    Answer last = tus.patch(upload, zip, 0, zip.length);

    // Then
    assertProblem(last, 422, "nothing-accepted");
    assertThat(last.json().at("/results/0/problem/code").asText()).isEqualTo("not-a-pdf");
    assertThat(last.json().at("/results/1/problem/code").asText())
        .isEqualTo("archive-inflates-too-much");
    assertThat(tus.head(upload).status()).isEqualTo(404);
    assertThat(batchesOfMine()).isZero();
  }

  @Test
  void aFileThatMayBeAcceptedLaterKeepsTheLastPieceFromCounting() {
    // Given
    byte[] zip = new Zips().file("a.pdf", pdf()).file("b.pdf", pdf()).bytes();
    String upload = tus.begin(zip.length);
    Failure outage = Failure.of(FailureCode.STORE_UNAVAILABLE, "It does not answer.");
    FileResult later =
        new FileResult(
            "a.pdf",
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            Problem.of(outage, Map.of(), null));

    // When
    assertThatThrownBy(
            () ->
                completion.finishArchive(
                    new UploadPatch(unfinished(upload, zip.length), null),
                    new UploadReport(null, List.of(later))))
        // Then
        .hasMessage("store-unavailable: It does not answer.");
    assertThat(tus.offset(upload)).isZero();
    assertThat(batchesOfMine()).isZero();
    assertThat(tus.patch(upload, zip, 0, zip.length).status()).isEqualTo(204);
  }

  @Test
  void aZipMayBeLargerThanAPdfIfItIsAnnounced() {
    String zip = "filetype " + TusClient.base64("application/zip".getBytes(StandardCharsets.UTF_8));

    assertThat(tus.create(101 * MIB + 1, "Upload-Metadata", zip).status()).isEqualTo(201);
    Answer unannounced = tus.create(101 * MIB + 1);
    assertProblem(unannounced, 413, "too-large");
    assertThat(unannounced.text("detail")).endsWith("if its filetype is application/zip.");
    assertProblem(tus.create(1024 * MIB + 1, "Upload-Metadata", zip), 413, "too-large");
  }

  private ResumableUpload unfinished(String upload, long length) {
    UUID id = UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    return new ResumableUpload(
        new UploadId(id), owner, "", length, 0, null, false, null, Instant.now());
  }

  private JsonNode awaitDone(String batch) {
    return Awaitility.await()
        .until(() -> api.get(batch).json(), view -> view.path("done").asBoolean());
  }

  private List<JsonNode> documentsOf(JsonNode batch) {
    JsonNode list = api.get(batch.at("/links/documents").asText()).json();
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  private int batchesOfMine() {
    return jdbc.sql("SELECT count(*) FROM batch WHERE owner = ?")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  private static byte[] pdf() {
    return Pdfs.withText(UUID.randomUUID().toString());
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".lock")).toList();
    }
  }
}
