package dev.sluice.it.embedded;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.embedded.Endpoints;
import dev.sluice.embedded.TestS3;
import dev.sluice.fixture.SftpClient;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropFolder;
import dev.sluice.it.FirstRunSluice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The first run as the README describes it: one process with its own servers and a data folder. It
 * runs on a machine that makes trouble, in Turkish and without UTF-8.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FirstRunIT {

  private FirstRunSluice sluice;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    Path folder = Files.createDirectory(home.resolve("für Jürgen ışık"));
    sluice = new FirstRunSluice(folder).inLanguage("tr", "TR").with("LC_ALL", "C").start();
  }

  @AfterAll
  void stop() {
    sluice.close();
  }

  @Test
  void eachCommandOfTheBannerWorksAsItIsShown() throws Exception {
    // Given
    assumeTrue(
        succeeds("command -v sftp && curl --help all | grep aws-sigv4"),
        "this machine has no sftp, or a curl that cannot sign");
    ApiClient api = sluice.api();
    Awaitility.await().until(() -> commandsOfTheBanner().size() == 3);

    // When, then
    for (String command : commandsOfTheBanner()) {
      assertThat(outputOf(command)).doesNotContain("Error", "denied", "problem");
    }
    Awaitility.await()
        .until(() -> Files.exists(sluice.data().resolve("sftp/files/inbox/.done/sample.pdf")));
    assertThat(api.get("/api/v1/documents").json().path("items")).singleElement();
  }

  @Test
  void itsOwnServersTakeFilesOfAnyName() throws Exception {
    // Given
    String name = "Prüfung ışık 資料.pdf";
    byte[] sample = Files.readAllBytes(Path.of("docs", "sample.pdf"));
    Endpoints at = sluice.endpoints();

    // When, then
    try (S3Client s3 = TestS3.client(at.s3())) {
      DropFolder bucket = new DropFolder(s3, at.s3().dropBucket());
      bucket.put(at.s3().dropPrefix() + name, sample);
      JsonNode receipt = bucket.awaitNote("done/" + name + ".receipt.json");
      assertThat(receipt.path("fileName").asText()).isEqualTo(name);
    }

    // When, then
    Endpoints.Sftp sftp = at.sftp();
    try (SftpClient client =
        SftpClient.byPassword(sftp.port(), sftp.user(), sftp.password(), sftp.knownHostKey())) {
      client.put(sftp.folder() + "/" + name, sample);
      Awaitility.await()
          .until(() -> client.names(sftp.folder() + "/.done").contains(name + ".receipt.json"));
    }
  }

  @Test
  @Tag("proof")
  void whatWasTakenInOutlivesAKillOfEverything() throws Exception {
    // Given
    ApiClient api = sluice.api();
    byte[] sample = Files.readAllBytes(Path.of("docs", "sample.pdf"));
    String done = api.upload(sample, "X-File-Name", "sample.pdf").text("id");
    assertThat(api.awaitEnd(done).path("state").asText()).isEqualTo("completed");
    Path endpoints = sluice.endpointsFile();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(endpoints)))
        .isEqualTo("rw-------");
    assertThat(sluice.log()).contains("Sluice is ready", "--data-binary @docs/sample.pdf");

    // When
    sluice.signal("KILL");
    assertThat(sluice.endsWithin(Duration.ofSeconds(10))).isTrue();
    ApiClient again = sluice.start().api();

    // Then
    assertThat(again.get(document(done) + "/text").response().body()).contains("sluice");
    assertThat(again.get(document(done) + "/original").status()).isEqualTo(200);
    Answer twin = again.upload(sample);
    assertThat(twin.text("id")).isEqualTo(done);
    assertThat(twin.json().path("duplicate").asBoolean()).isTrue();

    // When its database dies
    Path postmaster = sluice.data().resolve("postgres/data/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();

    // Then it is started again
    Awaitility.await()
        .until(() -> sluice.log().contains("PostgreSQL ended and is started again, 1 of 3"));
    Awaitility.await().until(() -> again.get(document(done)).status() == 200);
  }

  private List<String> commandsOfTheBanner() throws IOException {
    return sluice
        .log()
        .lines()
        .dropWhile(line -> !line.contains("Try it"))
        .skip(1)
        .filter(line -> !line.isBlank())
        .limit(3)
        .toList();
  }

  private static boolean succeeds(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** What a shell prints, in the folder where Sluice was started. */
  private static String outputOf(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", command, output).isZero();
    return output;
  }
}
