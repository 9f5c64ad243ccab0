package dev.sluice.intake.resumable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.intake.admission.Credit;
import dev.sluice.model.spool.SpoolFolder;
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

class PieceReaderTest {

  private static final String SHA1_OF_HELLO = "sha1 qvTGHdzF6KLavt4PO0gs2a6pQ00=";

  @TempDir Path root;
  private SpoolFolder folder;

  @BeforeEach
  void open() {
    folder = new SpoolFolder(root);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void aBodyIsCutIntoPiecesOfAtMostTheirSize() throws IOException {
    // Given
    PieceReader reader = reader(stream("abcdefgh"), null);

    // When, then
    assertThat(textOf(reader.next(100, Credit.covered()))).isEqualTo("abc");
    assertThat(textOf(reader.next(97, Credit.covered()))).isEqualTo("def");
    assertThat(reader.isAtEnd()).isFalse();
    assertThat(textOf(reader.next(94, Credit.covered()))).isEqualTo("gh");
    assertThat(reader.isAtEnd()).isTrue();
    reader.requireUnbroken();
  }

  @Test
  void whatCameBeforeTheConnectionBrokeIsAPiece() throws IOException {
    // Given
    PieceReader reader = reader(brokenAfter("ab"), null);

    // When, then
    assertThat(textOf(reader.next(100, Credit.covered()))).isEqualTo("ab");
    assertThat(reader.isAtEnd()).isTrue();
    assertThatThrownBy(reader::requireUnbroken).hasMessageStartingWith("upload-interrupted");
  }

  @Test
  void aBodyWithAChecksumIsOnePiece() throws IOException {
    PieceReader reader = reader(stream("hello"), UploadChecksum.of(SHA1_OF_HELLO));

    assertThat(reader.limit(100)).isEqualTo(100);
    assertThat(textOf(reader.next(100, Credit.covered()))).isEqualTo("hello");
  }

  @Test
  void aBodyThatIsNotWhatItsChecksumSaysLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                reader(stream("hallo"), UploadChecksum.of(SHA1_OF_HELLO))
                    .next(100, Credit.covered()))
        .hasMessageStartingWith("checksum-mismatch");
    assertThatThrownBy(
            () ->
                reader(brokenAfter("hello"), UploadChecksum.of(SHA1_OF_HELLO))
                    .next(100, Credit.covered()))
        .hasMessageStartingWith("upload-interrupted");
    assertThat(filesLeft()).isEmpty();
  }

  @Test
  void aBodyMayEndWithWhatIsMissingAndNotBeyond() throws IOException {
    assertThat(textOf(reader(stream("abc"), null).next(3, Credit.covered()))).isEqualTo("abc");
    assertThatThrownBy(() -> reader(stream("abcd"), null).next(3, Credit.covered()))
        .hasMessageStartingWith("bad-request");
    assertThatThrownBy(() -> reader(stream("ab"), null).next(1, Credit.covered()))
        .hasMessageStartingWith("bad-request");
    assertThat(filesLeft()).isEmpty();
  }

  private PieceReader reader(InputStream body, UploadChecksum checksum) {
    return new PieceReader(body, checksum, 3, folder);
  }

  private static String textOf(SpooledPiece piece) throws IOException {
    try (piece) {
      assertThat(Files.size(piece.file().path())).isEqualTo(piece.length());
      return Files.readString(piece.file().path());
    }
  }

  private Stream<Path> filesLeft() throws IOException {
    return Files.list(folder.path()).filter(file -> !file.endsWith(".lock"));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static InputStream brokenAfter(String text) {
    return new SequenceInputStream(
        stream(text),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        });
  }
}
