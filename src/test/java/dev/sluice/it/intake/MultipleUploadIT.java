package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Zips;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Credit;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.MultipartBody;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class MultipleUploadIT {

  private static final byte[] TEXT = "no pdf".getBytes(StandardCharsets.UTF_8);

  @LocalServerPort int port;
  @Autowired SpoolFolder spool;
  @Autowired Admission admission;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

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
  void eachFileOfAFormGetsItsOwnReceipt() {
    // When
    Answer answer =
        send(
            new MultipartBody()
                .file("files", "päß 文件.pdf", pdf())
                .field("note", "hello")
                .file("files", "../../b.pdf", pdf())
                .file("other", "c.pdf", pdf()));

    // Then
    assertCounts(answer, 202, 3, 0);
    assertThat(texts(answer, "fileName")).containsExactly("päß 文件.pdf", "b.pdf", "c.pdf");
    assertThat(texts(answer, "id")).doesNotHaveDuplicates().hasSize(3);
    for (JsonNode result : answer.json().path("results")) {
      assertThat(result.path("links").path("self").asText())
          .isEqualTo(document(result.path("id").asText()));
      assertThat(api.awaitEnd(result.path("id").asText()).path("state").asText())
          .isEqualTo("completed");
    }
  }

  @Test
  void aBadFileSpoilsNoneOfTheOthers() {
    // Given
    byte[] twin = pdf();

    // When
    Answer answer =
        send(
            new MultipartBody()
                .file("files", "a.pdf", twin)
                .file("files", "b.txt", TEXT)
                .file("files", "empty.pdf", new byte[0])
                .file("files", "again.pdf", twin));

    // Then
    assertCounts(answer, 202, 2, 2);
    assertThat(codes(answer)).containsExactly("", "not-a-pdf", "empty-body", "");
    JsonNode results = answer.json().path("results");
    assertThat(results.get(0).path("duplicate").asBoolean(true)).isFalse();
    assertThat(results.get(3).path("duplicate").asBoolean()).isTrue();
    assertThat(results.get(3).path("id")).isEqualTo(results.get(0).path("id"));
    assertThat(results.get(1).path("problem").path("requestId").asText())
        .isEqualTo(answer.header("X-Request-Id"));
    assertThat(results.get(1).path("problem").path("advice").asText()).isNotBlank();
    assertThat(results.get(1).has("id")).isFalse();
  }

  @Test
  void aRequestOfNothingButBadFilesIsRefusedAndSaysWhyOfEach() {
    // When
    Answer answer =
        send(
            new MultipartBody()
                .file("files", "a.txt", TEXT)
                .file("files", "b.zip", new Zips().file("a.pdf", pdf()).bytes()));

    // Then
    assertCounts(answer, 422, 0, 2);
    assertThat(codes(answer)).containsExactly("not-a-pdf", "not-a-pdf");
    assertProblem(answer, "nothing-accepted");
    assertThat(answer.text("detail")).contains("not-a-pdf");
  }

  @Test
  void fiftyFilesAreTakenAndTheNextIsNot() {
    // Given
    MultipartBody form = new MultipartBody();
    for (int n = 1; n <= 50; n++) {
      form.file("files", n + ".pdf", pdf());
    }
    byte[] beyond = pdf();

    // When
    Answer answer =
        send(form.file("files", "51.pdf", beyond).file("files", "52.pdf", "x".getBytes()));

    // Then
    assertCounts(answer, 202, 50, 2);
    assertThat(codes(answer).subList(49, 52))
        .containsExactly("", "too-many-files", "too-many-files");
    assertThat(texts(answer, "fileName")).endsWith("50.pdf", "51.pdf", "52.pdf");
    assertThat(api.upload(beyond).json().path("duplicate").asBoolean(true)).isFalse();
  }

  @Test
  void aRequestWithoutAFileIsRefused() {
    assertRefused(send(new MultipartBody().field("a", "b")), 400, "empty-body");
    assertRefused(sendZip(new byte[0]), 400, "empty-body");
    assertRefused(
        api.uploadMany("", "multipart/form-data", BodyPublishers.ofString("x")),
        400,
        "bad-request");
    assertRefused(
        api.uploadMany("", "application/pdf", BodyPublishers.ofByteArray(pdf())),
        415,
        "unsupported-media-type");
    assertRefused(
        api.uploadMany("?lane=fast", "application/zip", BodyPublishers.ofByteArray(pdf())),
        400,
        "bad-request");
  }

  @Test
  void aZipForOneDocumentIsToldWhereToGo() {
    Answer answer =
        api.upload(new Zips().file("a.pdf", pdf()).bytes(), "Content-Type", "application/zip");

    assertRefused(answer, 415, "unsupported-media-type");
    assertThat(answer.text("advice")).contains("/uploads/multiple");
  }

  @Test
  void anArchiveIsSplitIntoItsFiles() {
    // Given
    byte[] twin = pdf();
    Zips zip =
        new Zips()
            .folder("in")
            .stored("in/a.pdf", twin)
            .file("in/deep/ü 文.pdf", pdf())
            .file("__MACOSX/in/._a.pdf", TEXT)
            .file("in/readme.txt", TEXT)
            .file("inner.zip", new Zips().stored("c.pdf", pdf()).bytes())
            .file("twin.pdf", twin);

    // When
    Answer answer =
        sendZip("?lane=bulk&profile=none", zip.bytes(), "X-File-Name", "my%20reports.zip");

    // Then
    assertCounts(answer, 202, 3, 2);
    assertThat(texts(answer, "fileName"))
        .containsExactly("a.pdf", "ü 文.pdf", "readme.txt", "inner.zip", "twin.pdf");
    assertThat(texts(answer, "source").get(1)).isEqualTo("my reports.zip!/in/deep/ü 文.pdf");
    assertThat(codes(answer)).containsExactly("", "", "not-a-pdf", "not-a-pdf", "");
    assertThat(answer.json().path("results").get(4).path("duplicate").asBoolean()).isTrue();
    JsonNode document = api.awaitEnd(texts(answer, "id").get(1));
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("lane").asText()).isEqualTo("bulk");
    assertThat(document.path("profile").asText()).isEqualTo("none");
    assertThat(document.path("source").asText()).isEqualTo("my reports.zip!/in/deep/ü 文.pdf");
  }

  @Test
  void anArchiveIsKnownByItsBytes() {
    assertCounts(sendZip(pdf()), 202, 1, 0);
    Answer answer =
        send(
            new MultipartBody()
                .file("files", "a.pdf", new Zips().file("1", pdf()).file("2", TEXT).bytes())
                .file("files", "b.pdf", pdf()));
    assertCounts(answer, 202, 2, 1);
    assertThat(texts(answer, "fileName")).containsExactly("1", "2", "b.pdf");
  }

  static Stream<Arguments> evil() {
    byte[] pdf = pdf();
    byte[] whole = new Zips().file("a.pdf", pdf).bytes();
    return Stream.of(
        Arguments.of("broken-archive", Arrays.copyOf(whole, whole.length - 1)),
        Arguments.of("broken-archive", new Zips().file("a", pdf).sharing("b", pdf).bytes()),
        Arguments.of("unsafe-entry-name", new Zips().file("a", pdf).file("../b", pdf).bytes()),
        Arguments.of("encrypted-archive", new Zips().file("a", pdf).encrypted("b", pdf).bytes()),
        Arguments.of("empty-archive", new Zips().bytes()),
        Arguments.of("unreadable-entry", new Zips().damaged("a.pdf", pdf).bytes()),
        Arguments.of("too-large", new Zips().ofSize("a.pdf", 102 << 20, pdf).bytes()),
        Arguments.of(
            "archive-inflates-too-much", new Zips().bomb("a.pdf", "%PDF-", 90 << 20).bytes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("evil")
  void anEvilArchiveIsNamedAndLeavesNothing(String code, byte[] zip) {
    // When
    String name = UUID.randomUUID().toString();
    Answer answer = sendZip("", zip, "X-File-Name", name);

    // Then
    assertCounts(answer, 422, 0, 1);
    assertThat(codes(answer)).containsExactly(code);
    assertProblem(answer, "nothing-accepted");
    assertThat(api.get("/api/v1/documents?source=" + name + "*").json().path("items")).isEmpty();
  }

  @Test
  void whatCameBeforeABombStaysReceived() {
    // When
    Zips zip = new Zips().file("a.pdf", pdf()).bomb("b.pdf", "%PDF-", 90 << 20);
    Answer answer = sendZip(zip.file("c.pdf", pdf()).bytes());

    // Then
    assertCounts(answer, 202, 1, 2);
    assertThat(codes(answer))
        .containsExactly("", "archive-inflates-too-much", "archive-inflates-too-much");
    assertThat(api.awaitEnd(texts(answer, "id").get(0)).path("state").asText())
        .isEqualTo("completed");
  }

  @Test
  void aFormThatEndsEarlyKeepsWhatWasReceived() {
    // Given
    byte[] form =
        new MultipartBody().file("files", "a.pdf", pdf()).file("files", "b.pdf", pdf()).bytes();

    // When
    Answer inFile = send(Arrays.copyOf(form, form.length - 100));
    int secondPart = new MultipartBody().file("files", "a.pdf", pdf()).bytes().length;
    Answer inHeaders = send(Arrays.copyOf(form, secondPart + 20));

    // Then
    assertCounts(inFile, 202, 1, 1);
    assertThat(codes(inFile)).containsExactly("", "upload-interrupted");
    assertThat(texts(inFile, "fileName")).containsExactly("a.pdf", "b.pdf");
    assertCounts(inHeaders, 202, 1, 1);
    assertThat(codes(inHeaders)).containsExactly("", "upload-interrupted");
  }

  @Test
  void aCallerThatHangsUpKeepsWhatWasReceived() throws Exception {
    // Given
    byte[] first = pdf();
    byte[] form =
        new MultipartBody()
            .file("files", "a.pdf", first)
            .file("files", "b.pdf", new byte[1_000_000])
            .bytes();
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/uploads/multiple HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + TestServers.API_KEY,
            "Content-Type: " + new MultipartBody().contentType(),
            "Content-Length: " + form.length,
            "",
            "");

    // When
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(form, 0, first.length + 5000);
      out.flush();
      Awaitility.await().until(() -> isKnown(first));
      socket.setSoLinger(true, 0);
    }

    // Then
    assertThat(api.upload(first).json().path("duplicate").asBoolean()).isTrue();
  }

  @Test
  void aHundredDocumentsInOneArchiveAllComplete() throws Exception {
    assertAllComplete(100);
  }

  @Test
  @Tag("proof")
  void fiveHundredDocumentsInOneArchiveAllComplete() throws Exception {
    assertAllComplete(500);
  }

  private void assertAllComplete(int documents) throws Exception {
    // Given
    Path zip = folder.resolve(documents + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int n = 0; n < documents; n++) {
        Path pdf = folder.resolve("one.pdf");
        Pdfs.ofSize(pdf, "number " + n + " of " + folder, 120_000);
        out.putNextEntry(new ZipEntry("folder " + n % 7 + "/" + n + ".pdf"));
        Files.copy(pdf, out);
      }
    }
    assertThat(Files.size(zip)).isGreaterThan(documents * 120_000L);

    // When
    Answer answer = api.uploadMany("?lane=bulk", "application/zip", BodyPublishers.ofFile(zip));

    // Then
    assertCounts(answer, 202, documents, 0);
    assertThat(texts(answer, "id")).doesNotHaveDuplicates();
    assertThat(texts(answer, "fileName").subList(0, 3)).containsExactly("0.pdf", "1.pdf", "2.pdf");
    for (String id : texts(answer, "id")) {
      assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  void closedDoorsAreNotTheSendersFault() {
    // Given
    List<Credit> credits = new ArrayList<>();
    while (admission.isOpen()) {
      credits.add(admission.enter(0));
    }
    Zips zip = new Zips().file("a.pdf", pdf());

    // When
    Answer closed = sendZip(zip.bytes());
    credits.forEach(Credit::close);
    Answer open = sendZip(zip.bytes());

    // Then
    assertCounts(closed, 503, 0, 1);
    assertProblem(closed, "admission-closed");
    assertThat(Integer.parseInt(closed.header("Retry-After"))).isPositive();
    assertCounts(open, 202, 1, 0);
  }

  @Test
  void anArchiveThatWasLetInIsLetInWithAllItsFiles() {
    // Given: room for one more
    List<Credit> credits = new ArrayList<>();
    while (admission.isOpen()) {
      credits.add(admission.enter(0));
    }
    credits.remove(0).close();

    // When
    Answer answer = sendZip(new Zips().file("a.pdf", pdf()).file("b.pdf", pdf()).bytes());
    credits.forEach(Credit::close);

    // Then
    assertCounts(answer, 202, 2, 0);
  }

  private Answer send(MultipartBody form) {
    return send(form.bytes());
  }

  private Answer send(byte[] form) {
    return api.uploadMany("", new MultipartBody().contentType(), BodyPublishers.ofByteArray(form));
  }

  private Answer sendZip(byte[] zip) {
    return sendZip("", zip);
  }

  private Answer sendZip(String query, byte[] zip, String... headers) {
    return api.uploadMany(query, "application/zip", BodyPublishers.ofByteArray(zip), headers);
  }

  private boolean isKnown(byte[] pdf) throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
    return jdbc.sql("SELECT count(*) FROM document WHERE sha256 = ?")
            .param(sha256)
            .query(Integer.class)
            .single()
        == 1;
  }

  private static byte[] pdf() {
    return Pdfs.withText(UUID.randomUUID().toString());
  }

  private static List<String> codes(Answer answer) {
    return results(answer).map(result -> result.path("problem").path("code").asText()).toList();
  }

  private static List<String> texts(Answer answer, String member) {
    return results(answer).map(result -> result.path(member).asText()).toList();
  }

  private static Stream<JsonNode> results(Answer answer) {
    return StreamSupport.stream(answer.json().path("results").spliterator(), false);
  }

  private static void assertCounts(Answer answer, int status, int accepted, int rejected) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.json().path("accepted").asInt(-1)).isEqualTo(accepted);
    assertThat(answer.json().path("rejected").asInt(-1)).isEqualTo(rejected);
    assertThat(answer.json().path("results")).hasSize(accepted + rejected);
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertProblem(answer, code);
  }

  private static void assertProblem(Answer answer, String code) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.text("requestId")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.text("advice")).isNotBlank();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(".lock")).toList();
    }
  }
}
