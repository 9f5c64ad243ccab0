package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import dev.sluice.it.TusClient;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads in pieces that come to several replicas, of which some die. */
class ResumableReplicasIT {

  private static final int LENGTH = 20 * 1024 * 1024;
  private static final int PIECE = 8 * 1024 * 1024;

  @TempDir static Path folder;
  private static ProductionSluice one;
  private static ProductionSluice other;

  private final TusClient atOther = new TusClient(other.address(), TestServers.API_KEY);

  @BeforeAll
  static void start() throws Exception {
    one = new ProductionSluice(folder);
    other = one.replica(folder.resolve("other"));
    one.with("SLUICE_WORK_ENABLED", "false"); // so the other does all the work
    one.start();
    other.start();
    one.awaitServing();
    other.awaitServing();
  }

  @AfterAll
  static void stop() throws Exception {
    one.close();
    other.close();
  }

  @Test
  void anUploadGoesOnAtAnotherReplicaAfterAKill() throws Exception {
    // Given
    TusClient atOne = new TusClient(one.address(), TestServers.API_KEY);
    Path file = folder.resolve("large.pdf");
    Pdfs.ofSize(file, LENGTH);
    byte[] pdf = Files.readAllBytes(file);
    String upload = atOne.begin(pdf.length);

    // When: some bytes to each of them, more to one that is killed before they end
    atOne.patch(upload, pdf, 0, 1_000_000);
    atOther.patch(upload, pdf, 1_000_000, 2_000_000);
    assertThat(atOne.offset(upload)).isEqualTo(2_000_000);
    try (Socket open = atOne.beginPatch(upload, pdf, 2_000_000, pdf.length - 1)) {
      Awaitility.await().until(() -> atOther.offset(upload) == 2_000_000 + 2 * PIECE);
      one.kill();
    }

    // Then: what was stored before the kill counts
    int offset = (int) atOther.offset(upload);
    assertThat(offset).isEqualTo(2_000_000 + 2 * PIECE);

    // When
    Answer last = atOther.patch(upload, pdf, offset, pdf.length);

    // Then
    Answer receipt = atOther.receipt(upload);
    assertThat(last.header("Content-Location")).isEqualTo(document(receipt.text("id")));
    assertThat(receipt.text("sha256")).isEqualTo(DigestUtils.sha256Hex(pdf));
    assertThat(other.api().awaitEnd(receipt.text("id")).path("state").asText())
        .isEqualTo("completed");
  }

  @Test
  void theLastBytesDoNotCountBeforeTheDocumentIsReceived() throws Exception {
    // Given
    byte[] pdf = Pdfs.withText("all or nothing");
    String upload = atOther.begin(pdf.length);
    atOther.patch(upload, pdf, 0, 300);

    // When
    other.database().sql("ALTER TABLE document RENAME TO hidden").update();
    Answer failed = atOther.patch(upload, pdf, 300, pdf.length);
    other.database().sql("ALTER TABLE hidden RENAME TO document").update();

    // Then
    assertThat(failed.status()).isEqualTo(500);
    assertThat(atOther.offset(upload)).isEqualTo(300);
    assertThat(atOther.receipt(upload).status()).isEqualTo(409);

    // When
    Answer again = atOther.patch(upload, pdf, 300, pdf.length);

    // Then
    assertThat(again.status()).isEqualTo(204);
    assertThat(atOther.receipt(upload).text("sha256")).isEqualTo(DigestUtils.sha256Hex(pdf));
  }
}
