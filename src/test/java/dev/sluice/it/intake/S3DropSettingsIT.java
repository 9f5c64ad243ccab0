package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.DropFolder;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What can be chosen about the drop bucket, in processes of their own. */
class S3DropSettingsIT {

  private static final byte[] TEXT = "no pdf".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final S3Client s3 = TestServers.storesOfProcesses().s3Client();
  private DropFolder drop;

  @BeforeEach
  void chooseABucket() {
    drop = new DropFolder(s3, "drop-" + UUID.randomUUID());
  }

  @Test
  void whatIsLeftWhereItIsIsTakenOnce() throws Exception {
    s3.createBucket(request -> request.bucket(drop.bucket()));
    try (ProductionSluice sluice = sluice("leave").with("SLUICE_S3_DROP_TRUST_METADATA", "true")) {
      // Given
      sluice.with("SLUICE_S3_DROP_PREFIX", "").start().awaitServing();
      drop.put("a.pdf", Pdfs.withText("left"), Map.of("owner", "ada", "lane", "interactive"));
      drop.put("b.pdf", TEXT);
      drop.put("c.pdf", Pdfs.withText("not for anybody"), Map.of("owner", "no body"));
      JsonNode receipt = drop.awaitNote("done/a.pdf.receipt.json");
      drop.awaitNote("error/b.pdf.report.json");
      assertThat(drop.awaitNote("error/c.pdf.report.json").path("code").asText())
          .isEqualTo("bad-request");

      // When a later pass finds another one
      drop.put("d.pdf", Pdfs.withText("left too"));
      drop.awaitNote("done/d.pdf.receipt.json");

      // Then none was taken again
      assertThat(drop.awaitNote("done/a.pdf.receipt.json")).isEqualTo(receipt);
      assertThat(receipt.path("duplicate").asBoolean(true)).isFalse();
      assertThat(drop.keys("")).contains("a.pdf", "b.pdf", "c.pdf", "d.pdf").hasSize(8);
      assertThat(claims(sluice, "settled_at IS NOT NULL")).isEqualTo(4);
      // And the metadata say whose they are
      assertThat(owners(sluice)).isEqualTo("ada interactive,me bulk");

      // When an object gets new content
      drop.put("a.pdf", Pdfs.withText("replaced"), Map.of("owner", "ada"));

      // Then it is taken, and its receipt replaces none
      DropFolder.await().until(() -> drop.keys("done/a~").size() == 1);
      assertThat(drop.awaitNote("done/a.pdf.receipt.json")).isEqualTo(receipt);
    }
  }

  @Test
  @Tag("proof")
  void whatIsReceivedIsDeletedAndWhatIsRefusedIsKept() throws Exception {
    s3.createBucket(request -> request.bucket(drop.bucket()));
    try (ProductionSluice sluice = sluice("delete").with("SLUICE_S3_DROP_RECEIPTS", "false")) {
      // Given
      sluice.start().awaitServing();

      // When
      drop.put("in/a.pdf", Pdfs.withText("deleted"), Map.of("owner", "ada"));
      drop.put("in/b.pdf", TEXT);

      // Then
      drop.awaitGone("in/a.pdf");
      drop.awaitGone("in/b.pdf");
      assertThat(drop.keys("")).containsExactly("error/b.pdf", "error/b.pdf.report.json");
      assertThat(owners(sluice)).isEqualTo("me bulk");
      DropFolder.await().until(() -> claims(sluice, "TRUE") == 0);
    }
  }

  @Test
  @Tag("proof")
  void aMissingBucketIsNamedAndUsedOnceItIsThere() throws Exception {
    try (ProductionSluice sluice = sluice("move")) {
      // Given
      sluice.start().awaitServing();
      DropFolder.await().until(() -> sluice.log().contains("Failing until"));
      assertThat(sluice.log().lines().filter(line -> line.contains("Failing until")))
          .singleElement()
          .asString()
          .contains(drop.bucket(), "sluice.s3-drop.bucket", "NoSuchBucket");

      // When
      s3.createBucket(request -> request.bucket(drop.bucket()));
      drop.put("in/a.pdf", Pdfs.withText("at last"));

      // Then
      String id = drop.awaitNote("done/a.pdf.receipt.json").path("id").asText();
      assertThat(sluice.api().get(document(id)).text("origin")).isEqualTo("s3");
      DropFolder.await().until(() -> sluice.log().contains("Works again: poll-drop-bucket"));
    }
  }

  @Test
  @Tag("proof")
  void aDropBucketWithoutAnOwnerIsRefused() throws Exception {
    try (ProductionSluice sluice = sluice("move").with("SLUICE_S3_DROP_OWNER", "")) {
      sluice.start();

      assertThat(sluice.awaitExit(Duration.ofSeconds(60))).isEqualTo(1);
      assertThat(sluice.log()).contains("sluice.s3-drop.rules[0].owner");
    }
  }

  private ProductionSluice sluice(String after) throws Exception {
    return new ProductionSluice(folder)
        .with("SLUICE_S3_DROP_BUCKET", drop.bucket())
        .with("SLUICE_S3_DROP_OWNER", "me")
        .with("SLUICE_S3_DROP_PERIOD", "200ms")
        .with("SLUICE_S3_DROP_AFTER", after);
  }

  private static int claims(ProductionSluice sluice, String condition) {
    return sluice
        .database()
        .sql("SELECT count(*) FROM drop_claim WHERE " + condition)
        .query(Integer.class)
        .single();
  }

  private static String owners(ProductionSluice sluice) {
    return sluice
        .database()
        .sql("SELECT string_agg(owner || ' ' || lane, ',' ORDER BY owner) FROM document")
        .query(String.class)
        .single();
  }
}
