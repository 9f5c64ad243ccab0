package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jcraft.jsch.SftpException;
import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.Endpoints;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.SftpClient;
import dev.sluice.fixture.Zips;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class SftpDoorIT {

  private static final Logger DOOR = (Logger) LoggerFactory.getLogger("dev.sluice");

  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;
  @Autowired HealthEndpoint health;
  @Autowired CamelContext camel;
  @LocalServerPort int port;

  private final EmbeddedServers servers = TestServers.running();
  private final Endpoints.Sftp at = servers.endpoints("", "").sftp();
  private final String folder = "inbox/" + UUID.randomUUID();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private ApiClient api;
  private SftpClient client;

  @BeforeEach
  void connect() throws Exception {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
    client = login();
    client.mkdir(folder);
    log.start();
    DOOR.addAppender(log);
  }

  @AfterEach
  void disconnect() {
    DOOR.detachAppender(log);
    client.close();
  }

  @Test
  void aDroppedFileBecomesADocumentAndItsSenderGetsAReceipt() throws Exception {
    // When
    client.put(folder + "/a.pdf", unique("dropped"));

    // Then
    JsonNode receipt = awaitReceipt(folder, "a.pdf");
    assertThat(receipt.path("duplicate").asBoolean()).isFalse();
    assertThat(client.names(folder)).containsExactly(".done");
    assertThat(client.names(folder + "/.done")).containsExactly("a.pdf", "a.pdf.receipt.json");
    JsonNode document = api.awaitEnd(receipt.path("id").asText());
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("origin").asText()).isEqualTo("sftp");
    assertThat(document.path("lane").asText()).isEqualTo("bulk");
    assertThat(document.path("source").asText()).isEqualTo(sourceOf("a.pdf"));
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Übergröße 資料.pdf",
        "it's \"100%\" #1 [a] & +b.pdf",
        "no suffix",
        "a:b;c.pdf",
        " a space around it "
      })
  void aNameIsAnything(String name) throws Exception {
    // When
    client.mkdir(folder + "/ünter");
    client.mkdir(folder + "/ünter/ordner 2");
    client.put(folder + "/ünter/ordner 2/" + name, unique(name));

    // Then
    JsonNode receipt = awaitReceipt(folder + "/ünter/ordner 2", name);
    assertThat(receipt.path("fileName").asText()).isEqualTo(name.strip());
    assertThat(found("ünter/ordner 2/" + name)).containsExactly(receipt.path("id").asText());
  }

  @Test
  void aNameIsAsLongAsItMayBe() throws Exception {
    // When
    String name = "x".repeat(251) + ".pdf";
    client.put(folder + "/" + name, unique("long"));

    // Then
    await().until(() -> isThere(folder + "/.done/" + name));
    assertThat(client.names(folder)).containsExactly(".done");
    assertThat(client.names(folder + "/.done")).hasSize(2);
  }

  static Stream<String> unusable() {
    return Stream.of("*.pdf", "?.pdf", "a\nb.pdf", "${file:name}.pdf", "back\\slash.pdf");
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aNameThatMeansSomethingElseToTheClientIsLeftAlone(String name) throws Exception {
    // Given
    client.put(folder + "/first.pdf", unique("first"));
    awaitReceipt(folder, "first.pdf");

    // When: by its own name, as other clients can write it
    Files.write(onServer(name), unique(name));
    client.put(folder + "/last.pdf", unique("last"));
    awaitReceipt(folder, "last.pdf");

    // Then
    assertThat(client.names(folder)).containsExactlyInAnyOrder(".done", name);
    assertThat(client.names(folder + "/.done"))
        .containsExactly(
            "first.pdf", "first.pdf.receipt.json", "last.pdf", "last.pdf.receipt.json");
    assertThat(warnings()).singleElement().asString().contains("its name cannot be used");
  }

  @Test
  void theSameContentTwiceIsOneDocumentAndTheSecondSenderIsToldSo() throws Exception {
    // Given
    byte[] pdf = unique("twice");
    client.put(folder + "/a.pdf", pdf);
    JsonNode first = awaitReceipt(folder, "a.pdf");

    // When
    client.put(folder + "/b.pdf", pdf);

    // Then
    JsonNode second = awaitReceipt(folder, "b.pdf");
    assertThat(second.path("duplicate").asBoolean()).isTrue();
    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(found("*")).containsExactly(first.path("id").asText());
  }

  @Test
  void whatIsNoPdfIsMovedAsideWithAReport() throws Exception {
    // When
    client.put(folder + "/notes.txt", "hello".getBytes(StandardCharsets.UTF_8));

    // Then
    JsonNode problem = awaitProblem("notes.txt");
    assertThat(problem.path("code").asText()).isEqualTo("not-a-pdf");
    assertThat(problem.path("category").asText()).isEqualTo("invalid");
    assertThat(problem.path("detail").asText()).contains("%PDF-");
    assertThat(problem.path("advice").asText()).startsWith("Send a PDF");
    assertThat(client.names(folder)).containsExactly(".error");
    assertThat(client.names(folder + "/.error"))
        .containsExactly("notes.txt", "notes.txt.report.json");
  }

  @Test
  void aSlowWritersFileIsNotTakenBeforeItIsWhole() throws Exception {
    // Given
    byte[] pdf = unique("slow");
    byte[] beginning = Arrays.copyOf(pdf, pdf.length - 100);

    // When
    try (OutputStream writing = client.write(folder + "/slow.pdf")) {
      writing.write(beginning);
      writing.flush();
      assertThat(dropAndAwait("meanwhile.pdf")).isNotNull();
      assertThat(dropAndAwait("later.pdf")).isNotNull();

      // Then
      assertThat(client.names(folder)).contains("slow.pdf");
      writing.write(pdf, beginning.length, 100);
    }
    JsonNode receipt = awaitReceipt(folder, "slow.pdf");
    assertThat(receipt.path("sizeBytes").asInt()).isEqualTo(pdf.length);
    assertThat(found("slow.pdf")).hasSize(1);
    assertThat(client.names(folder)).containsExactly(".done");
  }

  @Test
  void aFileWithoutItsEndIsWaitedForAndThenReceivedAsItIs() throws Exception {
    // Given
    byte[] whole = unique("cut");
    byte[] half = Arrays.copyOf(whole, whole.length - 6);

    // When
    client.put(folder + "/half.pdf", half);
    client.put(folder + "/empty.pdf", new byte[0]);

    // Then: others are taken meanwhile
    assertThat(dropAndAwait("whole.pdf")).isNotNull();
    assertThat(client.names(folder)).contains("half.pdf", "empty.pdf");
    JsonNode document = api.awaitEnd(awaitReceipt(folder, "half.pdf").path("id").asText());
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("defects").get(0).asText()).isEqualTo("truncated");
    assertThat(awaitProblem("empty.pdf").path("code").asText()).isEqualTo("incomplete-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {".done", ".error"})
  void noFileOrNoteReplacesAnotherOfItsName(String where) throws Exception {
    // Given
    List<byte[]> contents =
        Stream.of("first", "second", "third")
            .map(
                text ->
                    where.equals(".done")
                        ? unique(text)
                        : (text + folder).getBytes(StandardCharsets.UTF_8))
            .toList();

    // When
    for (byte[] content : contents) {
      client.put(folder + "/plan.pdf", content);
      await().until(() -> !isThere(folder + "/plan.pdf"));
    }

    // Then
    List<String> names = client.names(folder + "/" + where);
    assertThat(names).hasSize(6).allMatch(name -> name.startsWith("plan")).contains("plan.pdf");
    for (byte[] content : contents) {
      assertThat(names.stream().filter(name -> name.endsWith(".pdf")))
          .anySatisfy(
              name -> assertThat(client.get(folder + "/" + where + "/" + name)).isEqualTo(content));
    }
  }

  @Test
  void aNoteThatAReplicaLeftWhenItDiedKeepsNoFile() throws Exception {
    // Given
    client.mkdir(folder + "/.done");
    client.put(folder + "/.done/a.pdf.receipt.json", new byte[] {'{', '}'});

    // When
    client.put(folder + "/a.pdf", unique("taken again"));

    // Then
    await().until(() -> !isThere(folder + "/a.pdf"));
    assertThat(client.names(folder + "/.done")).hasSize(3).contains("a.pdf.receipt.json");
    assertThat(client.get(folder + "/.done/a.pdf.receipt.json")).hasSize(2);
  }

  @Test
  void anArchivesFilesBecomeDocumentsAndItsReceiptTellsOfEach() throws Exception {
    // Given
    byte[] zip =
        new Zips()
            .file("a.pdf", unique("packed"))
            .file("sub/notes.txt", new byte[] {1, 2, 3})
            .bytes();
    client.put(folder + "/half.zip", Arrays.copyOf(zip, zip.length - 22));

    // When
    client.put(folder + "/whole.zip", zip);

    // Then
    JsonNode receipt = awaitNote(folder + "/.done/whole.zip.receipt.json", folder + "/whole.zip");
    assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
    assertThat(receipt.path("rejected").asInt()).isEqualTo(1);
    assertThat(receipt.at("/results/0/source").asText())
        .isEqualTo(sourceOf("whole.zip") + "!/a.pdf");
    assertThat(receipt.at("/results/1/problem/code").asText()).isEqualTo("not-a-pdf");
    assertThat(awaitProblem("half.zip").path("code").asText()).isEqualTo("broken-archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.pdf.part", "a.pdf.filepart", "a.tmp", ".a.pdf"})
  void aFileThatIsStillBeingWrittenIsNotLookedAt(String name) throws Exception {
    // When
    client.put(folder + "/" + name, unique(name));
    assertThat(dropAndAwait("first.pdf")).isNotNull();
    assertThat(dropAndAwait("second.pdf")).isNotNull();

    // Then
    assertThat(client.names(folder)).containsExactlyInAnyOrder(".done", name);
    client.raw().rename(folder + "/" + name, folder + "/finished.pdf");
    awaitReceipt(folder, "finished.pdf");
  }

  @Test
  void anotherContentUnderAnOldNameIsAnotherDocument() throws Exception {
    // Given
    JsonNode first = dropAndAwait("a.pdf");

    // When
    client.put(folder + "/a.pdf", unique("replaced"));
    await().until(() -> client.names(folder).equals(List.of(".done")));

    // Then
    assertThat(awaitReceipt(folder, "a.pdf")).isEqualTo(first);
    assertThat(found("a.pdf")).hasSize(2).contains(first.path("id").asText());
  }

  @Test
  void aFileThatAnotherReplicaIsAtIsLeftToIt() throws Exception {
    // Given
    claim("a.pdf");
    client.put(folder + "/a.pdf", unique("claimed"));
    assertThat(dropAndAwait("b.pdf")).isNotNull();
    assertThat(client.names(folder)).contains("a.pdf");

    // When
    jdbc.sql("DELETE FROM drop_claim WHERE ref = ?").param(sourceOf("a.pdf")).update();

    // Then
    awaitReceipt(folder, "a.pdf");
    assertThat(claims()).isZero();
  }

  @Test
  void aFileThatVanishesBeforeItIsReadIsNoError() throws Exception {
    // Given: the door found the file, and waits for its claim
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "INSERT INTO drop_claim VALUES ('sftp', '" + sourceOf("gone.pdf") + "', '', now())");
      client.put(folder + "/gone.pdf", unique("gone"));
      await().until(this::somebodyWaitsForARow);

      // When
      client.raw().rm(folder + "/gone.pdf");
      connection.rollback();
    }

    // Then
    assertThat(dropAndAwait("next.pdf")).isNotNull();
    await().until(() -> claims() == 0);
    assertThat(found("gone.pdf")).isEmpty();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aFileThatAnotherReplicaTookOverIsLeftToIt() throws Exception {
    // Given: the file was read, and its reception takes longer than its claim lasts
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE document IN EXCLUSIVE MODE");
      client.put(folder + "/slow.pdf", unique("slow"));
      await().until(() -> claims() == 1 && somebodyWaitsForARow());

      // When
      unclaim("slow.pdf");
      claim("slow.pdf");
      connection.rollback();
    }

    // Then
    dropAndAwait("next.pdf");
    assertThat(found("slow.pdf")).hasSize(1);
    assertThat(isThere(folder + "/slow.pdf")).isTrue();
    assertThat(client.names(folder + "/.done")).noneMatch(name -> name.contains("slow"));
    assertThat(claims()).isEqualTo(1);

    // When
    unclaim("slow.pdf");

    // Then
    assertThat(awaitReceipt(folder, "slow.pdf").path("duplicate").asBoolean()).isTrue();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aFileThatCannotBeMovedAwayIsReceivedOnceAndStays() throws Exception {
    // Given
    client.put(folder + "/.done", new byte[0]);

    // When
    client.put(folder + "/a.pdf", unique("stays"));
    await().until(() -> warnings().stream().anyMatch(w -> w.contains("a.pdf")));

    // Then
    assertThat(client.names(folder)).contains("a.pdf");
    assertThat(found("a.pdf")).hasSize(1);

    // When
    client.raw().rm(folder + "/.done");

    // Then
    awaitReceipt(folder, "a.pdf");
  }

  @Test
  void aServerThatIsGoneIsToldOfOnceAndItsFilesAreTakenWhenItIsBack() throws Exception {
    // Given
    assertThat(dropAndAwait("before.pdf")).isNotNull();

    // When
    servers.stopSftp();
    try {
      Files.write(onServer("meanwhile.pdf"), unique("meanwhile"));
      await().until(() -> failedPolls() >= 5);

      // Then
      assertThat(warnings())
          .singleElement()
          .asString()
          .contains("take-sftp-files: source-unavailable", "Connection refused");
      assertThat(health.healthForPath("sftp").getStatus()).isEqualTo(Status.UNKNOWN);
      assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    } finally {
      servers.startSftp();
    }
    client = login();

    // Then
    awaitReceipt(folder, "meanwhile.pdf");
    assertThat(warnings()).hasSize(1);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsOnlyOnce("Works again: take-sftp-files");
    assertThat(health.healthForPath("sftp").getStatus()).isEqualTo(Status.UP);
  }

  private JsonNode dropAndAwait(String name) throws Exception {
    client.put(folder + "/" + name, unique(name));
    return awaitReceipt(folder, name);
  }

  private JsonNode awaitReceipt(String where, String name) {
    return awaitNote(where + "/.done/" + name + ".receipt.json", where + "/" + name)
        .path("results")
        .get(0);
  }

  private JsonNode awaitProblem(String name) {
    return awaitNote(folder + "/.error/" + name + ".report.json", folder + "/" + name)
        .path("results")
        .get(0)
        .path("problem");
  }

  /** The note, when the file itself is away. */
  private JsonNode awaitNote(String note, String file) {
    await().until(() -> isThere(note) && !isThere(file));
    try {
      return new ObjectMapper().readTree(client.get(note));
    } catch (IOException | SftpException failure) {
      throw new AssertionError(note, failure);
    }
  }

  private boolean isThere(String path) throws SftpException {
    int slash = path.lastIndexOf('/');
    return client.names(path.substring(0, slash)).contains(path.substring(slash + 1));
  }

  private byte[] unique(String text) {
    return Pdfs.withText(text.codePoints().sum() + " in " + folder);
  }

  private String sourceOf(String name) {
    return "sftp://" + at.host() + ":" + at.port() + "/" + folder + "/" + name;
  }

  private List<String> found(String name) {
    String source = URLEncoder.encode(sourceOf(name), StandardCharsets.UTF_8);
    return api.get("/api/v1/documents?source=" + source)
        .json()
        .path("items")
        .findValuesAsText("id");
  }

  private void claim(String name) throws SQLException {
    jdbc.sql("INSERT INTO drop_claim VALUES ('sftp', ?, '', now() + interval '1 hour')")
        .param(sourceOf(name))
        .update();
  }

  private void unclaim(String name) {
    jdbc.sql("DELETE FROM drop_claim WHERE ref = ?").param(sourceOf(name)).update();
  }

  private int claims() {
    return jdbc.sql("SELECT count(*) FROM drop_claim WHERE ref LIKE ?")
        .param("%" + folder + "%")
        .query(Integer.class)
        .single();
  }

  private Path onServer(String name) {
    return servers.dataDir().resolve("sftp/files").resolve(folder).resolve(name);
  }

  private long failedPolls() {
    ScheduledPollConsumer consumer =
        (ScheduledPollConsumer) camel.getRoute("take-sftp-files").getConsumer();
    return consumer.getErrorCounter();
  }

  private boolean somebodyWaitsForARow() {
    return jdbc.sql(
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'
                """)
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<String> warnings() {
    return List.copyOf(log.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private SftpClient login() throws Exception {
    return SftpClient.byPassword(at.port(), at.user(), at.password(), at.knownHostKey());
  }
}
