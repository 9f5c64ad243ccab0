package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static dev.sluice.it.TusClient.base64;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.it.TusClient;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.web.access.ApiKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The tus door: uploads in pieces, cut off, resumed, given up and expired. */
@RunningSluice
class ResumableUploadIT {

  private static final int MIB = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired SpoolFolder spool;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;
  @Autowired JdbcClient jdbc;
  @Autowired ApiKeys keys;
  private String address;
  private ApiClient api;
  private TusClient tus;

  @BeforeEach
  void connect() {
    address = "http://127.0.0.1:" + port;
    api = new ApiClient(address, TestServers.API_KEY);
    tus = new TusClient(address, TestServers.API_KEY);
  }

  @AfterEach
  void nothingIsLeftOnDisk() {
    Awaitility.await().untilAsserted(() -> assertThat(filesIn(spool.path())).isEmpty());
  }

  @Test
  void anybodyMayAskWhatIsSpokenHere() {
    Answer answer = new TusClient(address, null).options();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
    assertThat(answer.header("Tus-Extension"))
        .isEqualTo("creation,termination,checksum,expiration");
    assertThat(answer.header("Tus-Max-Size")).isEqualTo(String.valueOf(1024L * MIB));
    assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1,md5");
  }

  @Test
  void anUploadInTwoRequestsBecomesADocument() throws Exception {
    // Given
    byte[] pdf = unique("in two requests");
    Map<String, String> metadata =
        Map.of("filename", "../../bär 文.pdf", "filetype", "application/pdf", "lane", "bulk");

    // When
    String upload = tus.begin(pdf.length, metadata);
    Answer first = tus.patch(upload, pdf, 0, 500);
    Answer between = tus.head(upload);
    Answer tooEarly = tus.receipt(upload);
    Answer last = tus.patch(upload, pdf, 500, pdf.length);
    Answer receipt = tus.receipt(upload);

    // Then
    assertThat(first.status()).isEqualTo(204);
    assertThat(first.header("Content-Type")).isEqualTo("text/plain"); // and no problem
    assertThat(first.header("Upload-Offset")).isEqualTo("500");
    assertThat(first.header("Upload-Expires")).endsWith("GMT");
    assertThat(first.header("Content-Location")).isNull();
    assertThat(between.status()).isEqualTo(200);
    assertThat(between.header("Upload-Offset")).isEqualTo("500");
    assertThat(between.header("Upload-Length")).isEqualTo(String.valueOf(pdf.length));
    assertThat(between.header("Upload-Metadata")).contains("lane " + base64("bulk".getBytes()));
    assertThat(between.header("Cache-Control")).contains("no-store");
    assertProblem(tooEarly, 409, "not-ready");
    assertThat(last.status()).isEqualTo(204);
    assertThat(last.header("Upload-Offset")).isEqualTo(String.valueOf(pdf.length));
    assertThat(last.header("Upload-Expires")).isNull();
    assertThat(last.header("Content-Location")).isEqualTo(document(receipt.text("id")));
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.text("sha256")).isEqualTo(sha256(pdf));
    assertThat(receipt.text("fileName")).isEqualTo("bär 文.pdf");
    JsonNode document = api.awaitEnd(receipt.text("id"));
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("lane").asText()).isEqualTo("bulk");
    assertPiecesGo(upload);
  }

  @Test
  void anUploadGoesOnWhereItsConnectionWasCut(@TempDir Path folder) throws Exception {
    // Given
    byte[] pdf = large(folder, 20 * MIB);
    String upload = tus.begin(pdf.length);

    // When
    tus.patchAndBreakOff(upload, pdf, 0, 100_000);
    tus.patchAndBreakOff(upload, pdf, 100_000, 18 * MIB);

    // Then: every byte that came is kept, in pieces of the configured size
    assertThat(tus.offset(upload)).isEqualTo(18 * MIB);
    assertThat(piecesOf(upload)).hasSize(4);

    // When
    Answer last = tus.patch(upload, pdf, 18 * MIB, pdf.length);

    // Then
    assertThat(last.status()).isEqualTo(204);
    assertThat(tus.receipt(upload).text("sha256")).isEqualTo(sha256(pdf));
    assertPiecesGo(upload);
  }

  @Test
  void aBodyOfUnknownLengthIsTaken() {
    // Given
    byte[] pdf = unique("chunked");
    String upload = tus.begin(pdf.length);

    // When
    Answer whole =
        tus.patch(upload, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf)));

    // Then
    assertThat(whole.status()).isEqualTo(204);
    assertThat(tus.receipt(upload).status()).isEqualTo(200);
  }

  @Test
  void anotherOffsetIsRefused() {
    // Given
    byte[] pdf = unique("offset");
    String upload = tus.begin(pdf.length);
    tus.patch(upload, pdf, 0, 200);

    // When, then
    assertProblem(tus.patch(upload, pdf, 0, 100), 409, "offset-mismatch");
    assertProblem(tus.patch(upload, pdf, 300, 400), 409, "offset-mismatch");
    assertProblem(tus.patch(upload, pdf, 200, 300, "Upload-Offset", "-1"), 400, "bad-request");
    assertThat(tus.offset(upload)).isEqualTo(200);
  }

  @Test
  void ofManyRequestsAtOneOffsetOneCounts() {
    // Given
    byte[] pdf = unique("at once");
    String upload = tus.begin(pdf.length);

    // When
    List<CompletableFuture<Answer>> patches =
        IntStream.range(0, 8)
            .mapToObj(n -> AtOnce.start(() -> tus.patch(upload, pdf, 0, 100 + n)))
            .toList();
    List<Answer> answers = patches.stream().map(CompletableFuture::join).toList();

    // Then
    assertThat(answers).filteredOn(a -> a.status() == 204).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(7);
    assertThat(piecesOf(upload)).hasSize(1);
    int offset = (int) tus.offset(upload);
    assertThat(tus.patch(upload, pdf, offset, pdf.length).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({"sha256,SHA-256", "sha1,SHA-1", "md5,MD5"})
  void aChecksumIsCheckedBeforeAByteCounts(String algorithm, String javaName) throws Exception {
    // Given
    byte[] pdf = unique("checksum");
    String upload = tus.begin(pdf.length);
    byte[] digest = MessageDigest.getInstance(javaName).digest(pdf);
    String right = algorithm + " " + base64(digest);
    String wrong = algorithm + " " + base64(new byte[digest.length]);

    // When
    Answer mismatch = tus.patch(upload, pdf, 0, pdf.length, "Upload-Checksum", wrong);
    tus.patchAndBreakOff(upload, pdf, 0, 500, "Upload-Checksum", right);

    // Then
    assertProblem(mismatch, 460, "checksum-mismatch");
    assertThat(tus.offset(upload)).isZero();
    assertThat(piecesOf(upload)).isEmpty();

    // When, then
    assertThat(tus.patch(upload, pdf, 0, pdf.length, "Upload-Checksum", right).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"crc32 AAAA", "sha1", "sha1 !"})
  void anUnknownChecksumIsRefused(String header) {
    // Given
    byte[] pdf = unique("unknown checksum");
    String upload = tus.begin(pdf.length);

    // When, then
    assertProblem(tus.patch(upload, pdf, 0, 100, "Upload-Checksum", header), 400, "bad-request");
    assertThat(tus.offset(upload)).isZero();
  }

  @Test
  void anUploadThatIsTerminatedIsGoneWithItsPieces() {
    // Given
    byte[] pdf = unique("terminated");
    String upload = tus.begin(pdf.length);
    tus.patch(upload, pdf, 0, 100);
    assertThat(piecesOf(upload)).hasSize(1);

    // When
    Answer terminated = tus.terminate(upload);

    // Then
    assertThat(terminated.status()).isEqualTo(204);
    assertThat(tus.head(upload).status()).isEqualTo(404);
    assertProblem(tus.patch(upload, pdf, 100, 200), 404, "not-found");
    assertProblem(tus.terminate(upload), 404, "not-found");
    assertPiecesGo(upload);
    Awaitility.await().until(() -> rowsOf(upload) == 0);
  }

  @Test
  void anUploadThatExpiredIsGoneFirstForItsSenderAndThenWithItsPieces() {
    // Given
    byte[] pdf = unique("expired");
    String upload = tus.begin(pdf.length);
    tus.patch(upload, pdf, 0, 100);

    // When
    change(upload, "expires_at = now() - interval '1 second'");

    // Then
    assertThat(tus.head(upload).status()).isEqualTo(410);
    assertProblem(tus.patch(upload, pdf, 100, 200), 410, "upload-expired");
    assertThat(piecesOf(upload)).hasSize(1);

    // When
    change(upload, "sweep_at = now()");

    // Then
    assertPiecesGo(upload);
    Awaitility.await().until(() -> rowsOf(upload) == 0);
    assertThat(tus.head(upload).status()).isEqualTo(404);
  }

  @Test
  void aPieceMovesTheExpiryOn() {
    // Given
    byte[] pdf = unique("moved on");
    String upload = tus.begin(pdf.length);
    change(upload, "expires_at = now() + interval '1 minute'");

    // When
    tus.patch(upload, pdf, 0, 100);

    // Then
    change(upload, "expires_at = expires_at - interval '1 hour'");
    assertThat(tus.head(upload).status()).isEqualTo(200);
  }

  @Test
  void aReceiptCanBeHadUntilItExpires() {
    // Given
    byte[] pdf = unique("receipt");
    String upload = tus.begin(pdf.length);
    tus.patch(upload, pdf, 0, pdf.length);
    String id = tus.receipt(upload).text("id");

    // When
    awaitSweep(upload);

    // Then
    assertThat(tus.receipt(upload).text("id")).isEqualTo(id);

    // When
    api.awaitEnd(id);
    api.delete(document(id));

    // Then
    assertProblem(tus.receipt(upload), 404, "not-found");
    assertThat(tus.offset(upload)).isEqualTo(pdf.length);

    // When
    change(upload, "expires_at = now() - interval '1 second', sweep_at = now()");

    // Then
    Awaitility.await().until(() -> rowsOf(upload) == 0);
  }

  @Test
  void whatIsNoPdfEndsTheUpload() {
    // Given
    byte[] text = "This is no PDF at all.".getBytes(StandardCharsets.UTF_8);
    String upload = tus.begin(text.length);
    tus.patch(upload, text, 0, 5);

    // When
    Answer last = tus.patch(upload, text, 5, text.length);

    // Then
    assertProblem(last, 415, "not-a-pdf");
    assertThat(last.header("Tus-Resumable")).isEqualTo("1.0.0");
    assertThat(tus.head(upload).status()).isEqualTo(404);
    assertPiecesGo(upload);
  }

  @Test
  void aLengthThatCannotBeIsRefusedAtOnce() {
    assertProblem(tus.create(101L * MIB + 1), 413, "too-large");
    assertProblem(tus.create(0), 400, "empty-body");
    assertProblem(tus.create(-1), 400, "bad-request");
    assertProblem(tus.create(1, "Upload-Length", "9".repeat(20)), 400, "bad-request");
    assertProblem(
        tus.send(
            tus.tus(TusClient.UPLOADS).POST(BodyPublishers.noBody()), "Upload-Defer-Length", "1"),
        400,
        "bad-request");
  }

  @ParameterizedTest
  @CsvSource({"Upload-Concat,partial", "Upload-Concat,final;/a /b", "Upload-Defer-Length,1"})
  void whatIsNotOfferedIsRefusedBeforeHalfAFileBecomesADocument(String header, String value) {
    Answer refused = tus.create(1000, header, value);

    assertProblem(refused, 400, "bad-request");
    assertThat(refused.text("detail")).startsWith(header + " is not offered");
    assertThat(refused.header("Location")).isNull();
  }

  @Test
  void aMethodThatAClientCannotSendIsMeantAllTheSame() {
    // Given
    byte[] pdf = Pdfs.withText("posted " + UUID.randomUUID());
    String upload = tus.begin(pdf.length);

    // When
    HttpRequest.Builder post = tus.tus(upload).POST(BodyPublishers.ofByteArray(pdf));
    Answer patched =
        tus.send(
            post,
            "X-HTTP-Method-Override",
            "PATCH",
            "Content-Type",
            "application/offset+octet-stream",
            "Upload-Offset",
            "0");

    // Then
    assertThat(patched.status()).isEqualTo(204);
    assertThat(patched.header("Upload-Offset")).isEqualTo(String.valueOf(pdf.length));
    assertThat(tus.receipt(upload).status()).isEqualTo(200);
  }

  @Test
  void aBodyBeyondTheLengthDoesNotCount() {
    // Given
    byte[] pdf = unique("beyond");
    String upload = tus.begin(pdf.length - 1);

    // When
    Answer announced = tus.patch(upload, pdf, 0, pdf.length);
    Answer chunked =
        tus.patch(upload, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf)));

    // Then
    assertProblem(announced, 400, "bad-request");
    assertProblem(chunked, 400, "bad-request");
    assertThat(tus.offset(upload)).isZero();
  }

  @Test
  void anUploadCannotGoOnInCrumbsForever() {
    // Given
    byte[] pdf = unique("crumbs");
    String upload = tus.begin(pdf.length);
    jdbc.sql("INSERT INTO resumable_piece SELECT ?, -n, 'x' FROM generate_series(1, 9999) n")
        .param(id(upload))
        .update();

    // When, then
    assertThat(tus.patch(upload, pdf, 0, 1).status()).isEqualTo(204);
    assertProblem(tus.patch(upload, pdf, 1, 2), 400, "bad-request");
  }

  @Test
  void anUploadOfAnotherOwnerDoesNotExist() {
    // Given
    keys.configure("somebody-else", TestServers.OTHER_API_KEY, Duration.ofMinutes(10));
    TusClient stranger = new TusClient(address, TestServers.OTHER_API_KEY);
    byte[] pdf = unique("mine");
    String upload = tus.begin(pdf.length);

    // When, then
    assertThat(stranger.head(upload).status()).isEqualTo(404);
    assertProblem(stranger.patch(upload, pdf, 0, 100), 404, "not-found");
    assertProblem(stranger.receipt(upload), 404, "not-found");
    assertProblem(stranger.terminate(upload), 404, "not-found");
    assertProblem(tus.patch(TusClient.UPLOADS + "/x", pdf, 0, 1), 404, "not-found");
    assertThat(tus.offset(upload)).isZero();
  }

  @Test
  void withoutAKeyNothingBegins() {
    Answer answer = new TusClient(address, null).create(10);

    assertProblem(answer, 401, "unauthorized");
    assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
  }

  @Test
  void theSameContentIsTheSameDocument() {
    // Given
    byte[] pdf = unique("twice");
    String id = api.upload(pdf).text("id");
    String upload = tus.begin(pdf.length);

    // When
    Answer last = tus.patch(upload, pdf, 0, pdf.length);

    // Then
    assertThat(last.header("Content-Location")).isEqualTo(document(id));
    assertThat(tus.receipt(upload).json().path("duplicate").asBoolean()).isTrue();
  }

  @Test
  void aFinishedUploadTakesNothingMore() {
    // Given
    byte[] pdf = unique("finished");
    String upload = tus.begin(pdf.length);
    tus.patch(upload, pdf, 0, pdf.length);

    // When
    Answer nothing = tus.patch(upload, pdf, pdf.length, pdf.length);
    Answer more = tus.patch(upload, pdf.length, BodyPublishers.ofString("more"));

    // Then
    assertThat(nothing.status()).isEqualTo(204);
    assertThat(nothing.header("Upload-Offset")).isEqualTo(String.valueOf(pdf.length));
    assertProblem(more, 400, "bad-request");
    assertThat(tus.receipt(upload).json().path("duplicate").asBoolean(true)).isFalse();
  }

  @Test
  void anotherVersionOfTheProtocolIsRefused() {
    Answer answer = tus.create(10, "Tus-Resumable", "0.2.2");

    assertProblem(answer, 412, "tus-version-unknown");
    assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "filename ä,400,bad-request",
        "filename AA==,201,",
        "\"filename AA==,filename AA==\",400,bad-request",
        "lane ZmFzdA==,400,bad-request",
        "profile Li4veA==,400,bad-request",
        "profile bm9ib2R5,400,bad-request",
        "filetype aW1hZ2UvcG5n,415,unsupported-media-type",
        "\"filetype ,is_confidential\",201,"
      })
  void metadataIsChecked(String metadata, int status, String code) {
    Answer answer = tus.create(10, "Upload-Metadata", metadata);

    assertThat(answer.status()).isEqualTo(status);
    if (code != null) {
      assertProblem(answer, status, code);
    }
  }

  private void change(String upload, String assignment) {
    int changed =
        jdbc.sql("UPDATE resumable_upload SET " + assignment + " WHERE id = ?")
            .param(id(upload))
            .update();
    assertThat(changed).isEqualTo(1);
  }

  private void awaitSweep(String upload) {
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("SELECT sweep_at = expires_at FROM resumable_upload WHERE id = ?")
                    .param(id(upload))
                    .query(Boolean.class)
                    .single());
  }

  private int rowsOf(String upload) {
    return jdbc.sql("SELECT count(*) FROM resumable_upload WHERE id = ?")
        .param(id(upload))
        .query(Integer.class)
        .single();
  }

  private void assertPiecesGo(String upload) {
    Awaitility.await().untilAsserted(() -> assertThat(piecesOf(upload)).isEmpty());
  }

  private List<String> piecesOf(String upload) {
    String prefix = "uploads/" + id(upload) + "/";
    return s3
        .listObjectsV2(request -> request.bucket(claims.bucket()).prefix(prefix))
        .contents()
        .stream()
        .map(piece -> piece.key())
        .toList();
  }

  private static UUID id(String upload) {
    return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.response().body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  private static byte[] unique(String text) {
    return Pdfs.withText(UUID.randomUUID().toString(), text);
  }

  private static byte[] large(Path folder, long bytes) throws IOException {
    Path file = folder.resolve("large.pdf");
    Pdfs.ofSize(file, bytes);
    Files.writeString(file, "% " + UUID.randomUUID(), StandardOpenOption.APPEND);
    return Files.readAllBytes(file);
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".lock")).toList();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
