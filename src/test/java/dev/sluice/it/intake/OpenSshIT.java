package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.OpenSshServer;
import dev.sluice.it.ProductionSluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SFTP door of the production jar on OpenSSH's server: a key, done files, no receipts. */
class OpenSshIT {

  @TempDir static Path folder;
  private static OpenSshServer server;
  private static ProductionSluice sluice;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Files.isExecutable(OpenSshServer.PROGRAM),
        "there is no " + OpenSshServer.PROGRAM + ": install openssh-server to run this test");
    server = new OpenSshServer(folder).start("host");
    sluice =
        new ProductionSluice(folder)
            .with("SLUICE_SFTP_HOST", "127.0.0.1")
            .with("SLUICE_SFTP_PORT", String.valueOf(server.port()))
            .with("SLUICE_SFTP_USER", server.user())
            .with("SLUICE_SFTP_PRIVATE_KEY_FILE", server.clientKey().toString())
            .with("SLUICE_SFTP_KNOWN_HOSTS", server.knownHost("host"))
            .with("SLUICE_SFTP_OWNER", "me")
            .with("SLUICE_SFTP_POLL_EVERY", "250ms")
            .with("SLUICE_SFTP_STABLE_FOR", "500ms")
            .with("SLUICE_SFTP_DONE_SUFFIX", ".ok")
            .with("SLUICE_SFTP_RECEIPTS", "false")
            .start()
            .awaitServing();
  }

  @AfterAll
  static void stop() throws Exception {
    if (sluice != null) {
      sluice.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aFileIsTakenWhenItsDoneFileIsThere() throws Exception {
    // Given
    write("later.pdf");
    write("now.pdf");

    // When
    write("now.pdf.ok");

    // Then
    awaitIn(".done", "now.pdf");
    assertThat(names("")).contains("later.pdf").doesNotContain("now.pdf", "now.pdf.ok");

    // When
    write("later.pdf.ok");

    // Then
    awaitIn(".done", "later.pdf");
    assertThat(names(".done")).noneMatch(name -> name.endsWith(".json"));
    assertThat(sources()).anyMatch(source -> source.endsWith("/inbox/later.pdf"));
  }

  @Test
  void noFileReplacesAnotherOfItsNameThoughTheServersRenameWould() throws Exception {
    // When
    for (String content : List.of("first", "second")) {
      Files.writeString(server.inbox().resolve("same.pdf"), content);
      write("same.pdf.ok");
      await().until(() -> !names("").contains("same.pdf"));
    }

    // Then
    List<String> names = names(".error").stream().filter(name -> name.startsWith("same")).toList();
    assertThat(names).hasSize(4);
    assertThat(names.stream().filter(name -> name.endsWith(".pdf")))
        .extracting(name -> Files.readString(server.inbox().resolve(".error").resolve(name)))
        .containsExactlyInAnyOrder("first", "second");
    assertThat(names("")).doesNotContain("same.pdf.ok");
  }

  @Test
  void aBadFileGetsItsReportAllTheSame() throws Exception {
    // When
    Files.writeString(server.inbox().resolve("bad.pdf"), "no pdf");
    write("bad.pdf.ok");

    // Then
    awaitIn(".error", "bad.pdf");
    assertThat(Files.readString(server.inbox().resolve(".error/bad.pdf.report.json")))
        .contains("\"not-a-pdf\"");
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    // Given
    Path elsewhere = Files.write(folder.resolve("elsewhere.pdf"), pdf("elsewhere"));

    // When
    Files.createSymbolicLink(server.inbox().resolve("link.pdf"), elsewhere);
    write("link.pdf.ok");
    write("beside.pdf");
    write("beside.pdf.ok");

    // Then
    awaitIn(".done", "beside.pdf");
    assertThat(names("")).contains("link.pdf");
    assertThat(sluice.log()).contains("/inbox/link.pdf is ignored: it is a link");
  }

  @Test
  void aServerWithAnotherHostKeyIsNotTalkedTo() throws Exception {
    // Given
    server.close();
    write("waits.pdf");
    write("waits.pdf.ok");

    // When
    server.start("another_host");

    // Then
    String refusal = "its host key is not in sluice.sftp.known-hosts";
    await().until(() -> sluice.log().contains(refusal));
    assertThat(names("")).contains("waits.pdf");

    // When
    server.close();
    server.start("host");

    // Then
    awaitIn(".done", "waits.pdf");
    assertThat(sluice.log().split(refusal, -1)).hasSize(2);
    assertThat(sluice.log()).contains("Works again: take-sftp-files").doesNotContain("\tat ");
  }

  private static void write(String name) throws IOException {
    Files.write(server.inbox().resolve(name), pdf(name));
  }

  private static byte[] pdf(String name) {
    return Pdfs.withText("OpenSSH has " + name);
  }

  private static void awaitIn(String where, String name) {
    await().until(() -> names(where).contains(name));
  }

  private static List<String> names(String where) throws IOException {
    Path path = server.inbox().resolve(where);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> sources() {
    return sluice
        .api()
        .get("/api/v1/documents?limit=100")
        .json()
        .path("items")
        .findValuesAsText("source");
  }
}
