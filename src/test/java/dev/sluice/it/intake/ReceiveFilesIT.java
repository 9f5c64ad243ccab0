package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Zips;
import dev.sluice.intake.FileResult;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.Sender;
import dev.sluice.intake.UploadReport;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.spool.SpoolFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
class ReceiveFilesIT {

  private static final Sender SENDER = new Sender("tester", Origin.S3, Lane.BULK, "none");

  @Autowired ProducerTemplate camel;
  @Autowired SpoolFolder spool;
  @LocalServerPort int port;

  private final String folder = "s3://drop/" + UUID.randomUUID() + "/";
  private ApiClient api;

  @BeforeEach
  void client() {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  @Test
  void eachFileGetsItsOwnAnswer() {
    // When
    byte[] pdf = Pdfs.withText("first " + folder);
    UploadReport report =
        receive(
            file("a.pdf", pdf),
            file("b.txt", "no pdf".getBytes(StandardCharsets.UTF_8)),
            file("sub/c.pdf", pdf),
            file("d.pdf", Pdfs.withText("second " + folder)));

    // Then
    assertThat(report.getAccepted()).isEqualTo(3);
    assertThat(report.getRejected()).isEqualTo(1);
    assertThat(report.isWorthAnotherTry()).isFalse();
    List<FileResult> results = report.results();
    assertThat(results)
        .extracting(FileResult::fileName)
        .containsExactly("a.pdf", "b.txt", "c.pdf", "d.pdf");
    assertThat(results.get(1).problem().code()).isEqualTo(FailureCode.NOT_A_PDF);
    assertThat(results.get(0).duplicate()).isFalse();
    assertThat(results.get(2).duplicate()).isTrue();
    assertThat(results.get(2).id()).isEqualTo(results.get(0).id());
    assertThat(results.get(3).id()).isNotEqualTo(results.get(0).id());
  }

  @Test
  void aDocumentIsFoundByEachPlaceItCameFrom() {
    // Given
    byte[] pdf = Pdfs.withText("sources " + folder);
    String id =
        receive(file("one_1.pdf", pdf), file("two.pdf", pdf)).results().get(0).id().toString();

    // Then
    assertThat(found("one_1.pdf")).containsExactly(id);
    assertThat(found("two.pdf")).containsExactly(id);
    assertThat(found("*")).containsExactly(id);
    assertThat(found("one-1.pdf")).isEmpty();
    assertThat(found("o%")).isEmpty();
    assertThat(api.get(document(id)).text("source")).isEqualTo(folder + "one_1.pdf");
    assertThat(api.get(document(id)).text("origin")).isEqualTo("s3");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
  }

  @Test
  void anArchiveIsSplitByWhateverDoorItComes() {
    // Given
    byte[] zip =
        new Zips()
            .file("in/a.pdf", Pdfs.withText("in an archive " + folder))
            .file("b.txt", "no pdf".getBytes(StandardCharsets.UTF_8))
            .bytes();
    byte[] pdf = Pdfs.withText("beside an archive " + folder);

    // When: also as the first of several, whose report goes on
    UploadReport report = receive(file("first.pdf", zip), file("c.pdf", pdf), file("d.zip", zip));

    // Then
    assertThat(report.results())
        .extracting(FileResult::source)
        .containsExactly(
            folder + "first.pdf!/in/a.pdf",
            folder + "first.pdf!/b.txt",
            folder + "c.pdf",
            folder + "d.zip!/in/a.pdf",
            folder + "d.zip!/b.txt");
    assertThat(report.getAccepted()).isEqualTo(3);
    String id = report.results().get(0).id().toString();
    assertThat(report.results().get(3).id()).hasToString(id);
    assertThat(found("first.pdf!/in/a.pdf")).containsExactly(id);
    assertThat(found("d.zip!/*")).containsExactly(id);
    assertThat(api.get(document(id)).text("fileName")).isEqualTo("a.pdf");
  }

  @Test
  void nothingIsLeftInTheSpool() throws IOException {
    receive(
        file("a.pdf", Pdfs.withText("left " + folder)),
        file("b.txt", "no pdf".getBytes(StandardCharsets.UTF_8)));

    Awaitility.await().until(() -> files(spool.path()).isEmpty());
  }

  private UploadReport receive(IncomingFile... files) {
    return camel.requestBody("direct:receive-files", List.of(files).iterator(), UploadReport.class);
  }

  private IncomingFile file(String name, byte[] content) {
    return new IncomingFile(
        SENDER, name, folder + name, -1, () -> new ByteArrayInputStream(content));
  }

  private List<String> found(String name) {
    String source = URLEncoder.encode(folder + name, StandardCharsets.UTF_8);
    return api.get("/api/v1/documents?source=" + source)
        .json()
        .path("items")
        .findValuesAsText("id");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).toList();
    }
  }
}
