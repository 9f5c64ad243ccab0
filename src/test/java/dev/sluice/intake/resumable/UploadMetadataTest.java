package dev.sluice.intake.resumable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.intake.FileKind;
import dev.sluice.model.document.BatchId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {

  @ParameterizedTest
  @CsvSource({
    "application/zip, ZIP",
    "Application/X-Zip-Compressed, ZIP",
    "application/pdf, PDF",
    "application/octet-stream, PDF"
  })
  void theFiletypeAnnouncesAPdfOrAnArchive(String type, FileKind kind) {
    assertThat(UploadMetadata.of("filetype " + base64(type)).announced()).isEqualTo(kind);
  }

  @Test
  void aBatchIsNamedByItsId() {
    BatchId batch = BatchId.next();

    assertThat(UploadMetadata.of("batch " + base64(batch.toString())).batch()).isEqualTo(batch);
    assertThat(UploadMetadata.of("").batch()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "march"})
  void whatIsNoIdIsRefused(String batch) {
    assertThatThrownBy(() -> UploadMetadata.of("batch " + base64(batch)))
        .hasMessageStartingWith("malformed-id");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
