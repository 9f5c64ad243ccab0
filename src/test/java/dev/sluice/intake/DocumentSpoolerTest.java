package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Zips;
import dev.sluice.intake.IncomingFile.Place;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Admissions;
import dev.sluice.intake.archive.ArchiveSettings;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.ReadBuffer;
import dev.sluice.model.spool.SpoolFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
            new IntakeSettings(true, DataSize.ofBytes(LIMIT), 1, 1, DataSize.ofBytes(LIMIT)),
            new ArchiveSettings(DataSize.ofBytes(ARCHIVE_LIMIT), 1, DataSize.ofBytes(1), 1));
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void aBodyIsReadInLargeStepsOnceItComesFastAndInSmallOnesWhileItTrickles() throws IOException {
    // Given
    byte[] content = Arrays.copyOf("%PDF-".getBytes(StandardCharsets.US_ASCII), LIMIT);
    Steps fast = new Steps(content, LIMIT);
    Steps trickling = new Steps(content, 100);

    // When
    SpooledDocument quick = spooler.spool(fast, LIMIT);
    SpooledDocument slow = spooler.spool(trickling, LIMIT);

    // Then
    assertThat(fast.largest).isEqualTo(2 * ReadBuffer.SMALLEST);
    assertThat(trickling.largest).isEqualTo(ReadBuffer.SMALLEST);
    assertThat(quick.file().path()).hasBinaryContent(content);
    assertThat(slow.file().path()).hasBinaryContent(content);
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

  @Test
  void anArchiveIsTakenOnlyWhereItMayStand() throws IOException {
    // Given: a ZIP whose first entry is a PDF that is not packed
    byte[] zip = new Zips().stored("a.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)).bytes();

    // Then
    try (SpooledDocument alone = spool(zip, Place.ALONE)) {
      assertThat(alone.kind()).isEqualTo(FileKind.ZIP);
      assertThat(alone.path()).hasBinaryContent(zip);
    }
    assertThatThrownBy(() -> spool(zip, Place.AMONG_OTHERS)).hasMessageStartingWith("not-a-pdf");
    assertThatThrownBy(() -> spool(zip, Place.IN_ARCHIVE)).hasMessageStartingWith("not-a-pdf");
  }

  @Test
  void anArchiveIsWholeByItsOwnEndNotByThatOfThePdfItBeginsWith() throws IOException {
    // Given
    byte[] zip =
        new Zips()
            .stored("a.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8))
            .stored("b", new byte[2000])
            .bytes();

    // Then
    spooler
        .spool(
            new WholeFile(new ByteArrayInputStream(zip), zip.length, true), zip.length, Place.ALONE)
        .close();
    byte[] half = Arrays.copyOf(zip, zip.length / 2);
    assertThatThrownBy(
            () ->
                spooler.spool(
                    new WholeFile(new ByteArrayInputStream(half), half.length, true),
                    -1,
                    Place.ALONE))
        .hasMessageStartingWith("incomplete-file");
  }

  @Test
  void anArchiveHasALimitOfItsOwn() throws IOException {
    // Given
    byte[] large = new Zips().stored("a", new byte[ARCHIVE_LIMIT - 200]).bytes();
    byte[] tooLarge = new Zips().stored("a", new byte[ARCHIVE_LIMIT]).bytes();

    // Then
    spool(large, Place.ALONE).close();
    assertThatThrownBy(() -> spool(tooLarge, Place.ALONE)).hasMessageStartingWith("too-large");
    assertThatThrownBy(() -> spooler.spool(stream(ofSize(LIMIT + 1)), -1, Place.ALONE))
        .hasMessageStartingWith("too-large");
    assertThatThrownBy(() -> spooler.spool(stream(""), ARCHIVE_LIMIT + 1, Place.ALONE))
        .hasMessageStartingWith("too-large");
  }

  @Test
  void aFileInAnArchiveNeedsNoRoomOfItsOwn() throws IOException {
    // Given
    byte[] pdf = "%PDF-".getBytes(StandardCharsets.UTF_8);
    for (int n = 0; n < 3; n++) {
      spool(pdf, Place.ALONE);
    }
    assertThatThrownBy(() -> spool(pdf, Place.ALONE)).hasMessageStartingWith("admission-closed");

    // When
    spool(pdf, Place.IN_ARCHIVE).close();

    // Then: it gave no room back either
    assertThat(admission.isOpen()).isFalse();
  }

  private SpooledDocument spool(byte[] bytes, Place place) throws IOException {
    return spooler.spool(new ByteArrayInputStream(bytes), bytes.length, place);
  }

  /** Gives a few bytes at a time and remembers how many were asked for. */
  private static final class Steps extends ByteArrayInputStream {

    private final int atOnce;
    private int largest;

    Steps(byte[] content, int atOnce) {
      super(content);
      this.atOnce = atOnce;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      largest = Math.max(largest, length);
      return super.read(target, offset, Math.min(length, atOnce));
    }
  }
}
