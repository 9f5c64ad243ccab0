package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.admission.Admission;
import dev.sluice.admission.Admissions;
import dev.sluice.archive.ArchiveSettings;
import dev.sluice.failure.FailureException;
import dev.sluice.spool.SpoolFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DocumentSpoolerTest {

  private static final int LIMIT = 10_000;
  private static final int ARCHIVE_LIMIT = 2 * LIMIT;

  @TempDir Path root;
  private SpoolFolder folder;
  private Admission admission;
  private DocumentSpooler spooler;

  @BeforeEach
  void open() {
    folder = new SpoolFolder(root);
    admission = Admissions.of(3, 3 * LIMIT);
    spooler =
        new DocumentSpooler(
            folder,
            admission,
            new IntakeSettings(DataSize.ofBytes(LIMIT), 1, 1),
            new ArchiveSettings(DataSize.ofBytes(ARCHIVE_LIMIT), 1, DataSize.ofBytes(1), 1));
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void aDocumentIsOnDiskCountedAndHashed() throws IOException {
    // When
    SpooledDocument document = spooler.spool(stream("%PDF-abc"), -1);

    // Then
    assertThat(document.file().path()).hasContent("%PDF-abc");
    assertThat(document.sizeBytes()).isEqualTo(8);
    assertThat(document.sha256())
        .isEqualTo("1e8a7587529cc956d46dea481f38c623395a879a1179c277f476a9cdb88a540d");
  }

  @Test
  void theLimitIsTheLastSizeThatFits() throws IOException {
    assertThat(spooler.spool(stream(ofSize(LIMIT)), -1).sizeBytes()).isEqualTo(LIMIT);
    assertThatThrownBy(() -> spooler.spool(stream(ofSize(LIMIT + 1)), -1))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("too-large");
  }

  @Test
  void whatIsRefusedLeavesNothing() throws IOException {
    // When
    assertThatThrownBy(() -> spooler.spool(stream(""), -1)).hasMessageStartingWith("empty-body");
    assertThatThrownBy(() -> spooler.spool(stream("hello"), -1))
        .hasMessageStartingWith("not-a-pdf");
    assertThatThrownBy(() -> spooler.spool(stream(ofSize(LIMIT + 1)), -1)).isNotNull();
    assertThatThrownBy(() -> spooler.spool(cutOff("%PDF-" + "x".repeat(2000)), -1))
        .hasMessageStartingWith("upload-interrupted");

    // Then
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.filter(file -> !file.endsWith(".lock"))).isEmpty();
    }
  }

  @Test
  void aStreamThatGivesOneByteAtATimeIsReadAsWell() throws IOException {
    InputStream slow =
        new ByteArrayInputStream(("x".repeat(1000) + "%PDF-").getBytes(StandardCharsets.US_ASCII)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };

    assertThat(spooler.spool(slow, -1).sizeBytes()).isEqualTo(1005);
  }

  private static String ofSize(int size) {
    return "%PDF-" + "x".repeat(size - 5);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static InputStream cutOff(String text) {
    return new SequenceInputStream(
        stream(text),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        });
  }

  @Test
  void aDocumentTakesRoomUntilItIsLetGo() throws IOException {
    // Given
    SpooledDocument first = spooler.spool(stream("%PDF-1"), 6);
    SpooledDocument second = spooler.spool(stream("%PDF-2"), -1);
    SpooledDocument third = spooler.spool(stream("%PDF-3"), -1);
    assertThatThrownBy(() -> spooler.spool(stream("%PDF-4"), 6))
        .hasMessageStartingWith("admission-closed");

    // When
    third.close();

    // Then
    assertThat(third.path()).doesNotExist();
    assertThat(spooler.spool(stream("%PDF-4"), 6).path()).exists();
    first.close();
    second.close();
  }

  @Test
  void aRefusedDocumentGivesItsRoomBack() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> spooler.spool(stream("hello"), 5))
          .hasMessageStartingWith("not-a-pdf");
    }
    assertThat(admission.isOpen()).isTrue();
  }
}
