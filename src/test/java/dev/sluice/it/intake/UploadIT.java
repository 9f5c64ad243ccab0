package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.MultipartBody;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.spool.SpoolFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
class UploadIT {

  @LocalServerPort int port;
  @Autowired SpoolFolder spool;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  @AfterEach
  void nothingIsLeftBehind() {
    Awaitility.await().untilAsserted(() -> assertThat(filesIn(spool.path())).isEmpty());
  }

  @Test
  void aPdfGoesInAndComesOutAsRows() throws Exception {
    // Given
    byte[] pdf = unique("The quick brown fox", "jumps over the lazy dog");

    // When
    Answer receipt = api.upload(pdf, "X-File-Name", "fox.pdf");

    // Then
    assertThat(receipt.status()).isEqualTo(202);
    assertThat(receipt.header("Location")).isEqualTo(document(receipt.text("id")));
    assertThat(receipt.text("sha256")).isEqualTo(HexFormat.of().formatHex(sha256(pdf)));
    assertThat(receipt.json().path("sizeBytes").asInt()).isEqualTo(pdf.length);
    assertThat(receipt.json().path("duplicate").asBoolean(true)).isFalse();
    JsonNode document = api.awaitEnd(receipt.text("id"));
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("fileName").asText()).isEqualTo("fox.pdf");
    assertThat(document.path("pageCount").asInt()).isEqualTo(3);
    assertThat(document.path("attempts").asInt()).isEqualTo(1);
    assertThat(api.get(document(receipt.text("id")) + "/text").response().body())
        .contains("The quick brown fox", "\f", "jumps over the lazy dog");
  }

  @Test
  void aPieceOfAFileDoesNotBecomeADocument() {
    byte[] pdf = unique("in pieces");

    assertProblem(api.upload(pdf, "Content-Range", "bytes 0-99/200"), 400, "bad-request");
  }

  @Test
  void theSameContentAgainGetsTheSameDocument() {
    // Given
    byte[] pdf = unique("twice");
    String id = api.upload(pdf).text("id");

    // When
    Answer again = api.upload(pdf, "X-File-Name", "another-name.pdf");

    // Then
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(id);
    assertThat(again.json().path("duplicate").asBoolean()).isTrue();
  }

  @Test
  void manyTwinsAtOnceBecomeOneDocument() {
    // Given
    byte[] pdf = unique("twins");

    // When
    List<CompletableFuture<Answer>> uploads =
        IntStream.range(0, 8).mapToObj(n -> AtOnce.start(() -> api.upload(pdf))).toList();

    // Then
    List<Answer> answers = uploads.stream().map(CompletableFuture::join).toList();
    assertThat(answers).extracting(a -> a.text("id")).containsOnly(answers.get(0).text("id"));
    assertThat(answers).filteredOn(a -> a.status() == 202).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(7);
  }

  @Test
  void anIdempotencyKeyGetsTheSameReceiptAndRefusesOtherContent() {
    // Given
    String key = UUID.randomUUID().toString();
    byte[] pdf = unique("key");
    String id = api.upload(pdf, "Idempotency-Key", key).text("id");

    // When
    Answer same = api.upload(pdf, "Idempotency-Key", key);
    Answer other = api.upload(unique("other"), "Idempotency-Key", key);

    // Then
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.text("id")).isEqualTo(id);
    assertProblem(other, 422, "idempotency-key-reused");
  }

  @Test
  void anIdempotencyKeyCountsAsWellIfItsContentHadComeBefore() {
    // Given
    String key = UUID.randomUUID().toString();
    byte[] pdf = unique("known");
    String id = api.upload(pdf).text("id");

    // When
    Answer known = api.upload(pdf, "Idempotency-Key", key);
    Answer other = api.upload(unique("other"), "Idempotency-Key", key);

    // Then
    assertThat(known.status()).isEqualTo(200);
    assertThat(known.text("id")).isEqualTo(id);
    assertProblem(other, 422, "idempotency-key-reused");
    assertThat(api.upload(pdf, "Idempotency-Key", key).text("id")).isEqualTo(id);
  }

  @RepeatedTest(5)
  void ofTwoContentsThatComeAtOnceWithOneKeyOneIsRefused() {
    // Given: each may be known already or not
    String key = UUID.randomUUID().toString();
    byte[] known = unique("known");
    api.upload(known);

    // When
    List<Answer> answers =
        Stream.of(known, unique("a"), unique("b"), unique("c"))
            .map(pdf -> AtOnce.start(() -> api.upload(pdf, "Idempotency-Key", key)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    // Then
    assertThat(answers).filteredOn(a -> a.status() < 300).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() >= 300)
        .hasSize(3)
        .allSatisfy(a -> assertProblem(a, 422, "idempotency-key-reused"));
  }

  @Test
  void aKeyIsFreeAgainWhenItsDocumentIsDeleted() {
    // Given
    String key = UUID.randomUUID().toString();
    String id = api.upload(unique("first"), "Idempotency-Key", key).text("id");

    // When
    api.delete(document(id));

    // Then
    assertThat(api.upload(unique("second"), "Idempotency-Key", key).status()).isEqualTo(202);
  }

  @Test
  void aContentDigestIsChecked() throws Exception {
    // Given
    byte[] pdf = unique("digest");
    String right = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(pdf)) + ":";
    String wrong = "sha-256=:" + Base64.getEncoder().encodeToString(new byte[32]) + ":";

    // When, then
    assertProblem(api.upload(pdf, "Content-Digest", wrong), 400, "digest-mismatch");
    assertProblem(api.upload(pdf, "Content-Digest", "sha-256=x"), 400, "malformed-digest");
    assertThat(api.upload(pdf, "Content-Digest", "md5=:AA==:, " + right).status()).isEqualTo(202);
  }

  @Test
  void aFormWithOneFileIsAnUpload() {
    // Given
    MultipartBody form =
        new MultipartBody()
            .field("note", "hello")
            .file("file", "../../etc/päß 文件.pdf", unique("form"));

    // When
    Answer receipt = api.uploadForm(form);

    // Then
    assertThat(receipt.status()).isEqualTo(202);
    assertThat(receipt.text("fileName")).isEqualTo("päß 文件.pdf");
  }

  @Test
  void aLongUnicodeFileNameFitsIntoAForm() {
    String name = "文".repeat(251) + ".pdf";

    Answer receipt = api.uploadForm(new MultipartBody().file("file", name, unique("long name")));

    assertThat(receipt.text("fileName")).isEqualTo(name);
  }

  @Test
  void aFormWithoutOneFileIsRefused() {
    assertProblem(api.uploadForm(new MultipartBody().field("a", "b")), 400, "empty-body");
    assertProblem(
        api.uploadForm(
            new MultipartBody()
                .file("file", "a.pdf", unique("one"))
                .file("file", "b.pdf", unique("two"))),
        400,
        "bad-request");
    assertProblem(
        api.upload(
            "no parts".getBytes(StandardCharsets.UTF_8), "Content-Type", "multipart/form-data"),
        400,
        "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"b%C3%A4r%20%E6%96%87.pdf", "..%2F..%2Fb%C3%A4r%20%E6%96%87.pdf"})
  void unicodeFileNamesAreKeptAndPathsAreNot(String header) {
    assertThat(api.upload(unique("name"), "X-File-Name", header).text("fileName"))
        .isEqualTo("bär 文.pdf");
  }

  @Test
  void aFileNameCannotInjectHeaders() {
    // Given
    Answer receipt =
        api.upload(unique("inject"), "X-File-Name", "a%0D%0ASet-Cookie:%20x=1%00\".pdf");

    // When
    Answer original = api.get(document(receipt.text("id")) + "/original");

    // Then
    assertThat(receipt.text("fileName")).isEqualTo("aSet-Cookie: x=1\".pdf");
    assertThat(original.status()).isEqualTo(200);
    assertThat(original.header("Set-Cookie")).isNull();
  }

  @Test
  void aPdfIsKnownByItsFirst1024Bytes() {
    assertThat(api.upload(Pdfs.headerAfterJunk(1019)).status()).isIn(200, 202);
    assertProblem(api.upload(Pdfs.headerAfterJunk(1020)), 415, "not-a-pdf");
    assertProblem(api.upload("hello".getBytes(StandardCharsets.UTF_8)), 415, "not-a-pdf");
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertProblem(api.upload(new byte[0]), 400, "empty-body");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    assertProblem(
        api.upload(unique("type"), "Content-Type", "image/png"), 415, "unsupported-media-type");
  }

  @Test
  void aBodyOverTheLimitIsRefusedHoweverItIsSent() {
    // Given
    byte[] start = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    long tooMuch = 102L * 1024 * 1024;

    // When
    Answer chunked =
        api.upload(
            BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(start), zeros(tooMuch))),
            "");
    String announced = announce(tooMuch);

    // Then
    assertProblem(chunked, 413, "too-large");
    assertThat(announced).startsWith("HTTP/1.1 413").contains("too-large");
  }

  @Test
  void aCallerThatHangsUpHalfWayLeavesNothing() throws Exception {
    // Given
    String head = head(1_000_000);

    // When
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write((head + "%PDF-1.7\n" + "x".repeat(300_000)).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Awaitility.await().untilAsserted(() -> assertThat(filesIn(spool.path())).hasSize(1));
      socket.setSoLinger(true, 0);
    }

    // Then: nothingIsLeftBehind()
  }

  @Test
  void parametersAreChecked() {
    byte[] pdf = unique("parameters");
    var body = BodyPublishers.ofByteArray(pdf);
    assertProblem(api.upload(body, "?lane=fast"), 400, "bad-request");
    assertProblem(api.upload(body, "?profile=../x"), 400, "bad-request");
    Answer noProfile = api.upload(BodyPublishers.ofString("not even a PDF"), "?profile=nobody");
    assertProblem(noProfile, 400, "bad-request");
    assertThat(noProfile.text("detail")).contains("auto, none", "up-exams", "up-lectures");
    assertProblem(api.upload(pdf, "Idempotency-Key", "a b"), 400, "bad-request");
    assertProblem(api.upload(pdf, "Content-Disposition", "attachment; x"), 400, "bad-request");
  }

  @Test
  void theBulkLaneIsServedToo() {
    // When
    Answer receipt =
        api.upload(BodyPublishers.ofByteArray(unique("bulk")), "?lane=bulk&profile=none");

    // Then
    JsonNode document = api.awaitEnd(receipt.text("id"));
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("lane").asText()).isEqualTo("bulk");
    assertThat(document.path("profile").asText()).isEqualTo("none");
  }

  @Test
  void aRequestIdIsEchoedIfItIsHarmless() {
    Answer echoed = api.upload(new byte[0], "X-Request-Id", "my-id.1");
    Answer replaced = api.upload(new byte[0], "X-Request-Id", "<script>");

    assertThat(echoed.header("X-Request-Id")).isEqualTo("my-id.1");
    assertThat(echoed.text("requestId")).isEqualTo("my-id.1");
    assertThat(replaced.header("X-Request-Id")).hasSize(36);
    assertThat(replaced.text("requestId")).isEqualTo(replaced.header("X-Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%61pi/v1/uploads", "/api/v1/%75ploads"})
  void anAddressThatIsSpelledOddlyDoesNotGetABodyRead(String path) {
    // When: none is sent
    String answer = announce(path, 50_000_000);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  private String announce(long length) {
    return announce("/api/v1/uploads", length);
  }

  private String announce(String path, long length) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String head = head(length).replace("/api/v1/uploads", path);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new Scanner(socket.getInputStream(), StandardCharsets.UTF_8).useDelimiter("}").next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(long length) {
    return String.join(
        "\r\n",
        "POST /api/v1/uploads HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + TestServers.API_KEY,
        "Content-Type: application/pdf",
        "Content-Length: " + length,
        "",
        "");
  }

  private static byte[] unique(String... pages) {
    return Pdfs.withText(
        Stream.concat(Stream.of(UUID.randomUUID().toString()), Stream.of(pages))
            .toArray(String[]::new));
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.response().body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("requestId")).isNotBlank();
    assertThat(answer.text("advice")).isNotBlank();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".lock")).toList();
    }
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static InputStream zeros(long count) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int n = (int) Math.min(left, length);
        left -= n;
        return n;
      }
    };
  }
}
