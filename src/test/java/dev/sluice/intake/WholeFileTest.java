package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Pdfs;
import dev.sluice.model.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

  private static final byte[] PDF = Pdfs.withText("whole");

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1024, 65_557, 1_000_000})
  void wholeFilesPassUnchangedHoweverTheyAreRead(int portion) throws IOException {
    byte[] large = concat(PDF, new byte[200_000], PDF);

    assertThat(read(PDF, portion)).isEqualTo(PDF);
    assertThat(read(large, portion)).isEqualTo(large);
    assertThat(read(zip("a comment"), portion)).isEqualTo(zip("a comment"));
  }

  @Test
  void aFileReadByteByByteIsTheSame() throws IOException {
    try (InputStream file = new WholeFile(new ByteArrayInputStream(PDF), PDF.length, true)) {
      for (byte expected : PDF) {
        assertThat((byte) file.read()).isEqualTo(expected);
      }
      assertThat(file.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1024, 1_000_000})
  void aPdfWithoutItsEndMarkIsIncomplete(int portion) {
    assertIncomplete(Pdfs.truncated(), portion);
    assertIncomplete(Arrays.copyOf(PDF, PDF.length - 2), portion);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1024, 1_000_000})
  void theEndOfAnEarlierRevisionIsNotTheEnd(int portion) {
    byte[] revised = concat(PDF, "9 0 obj\n<< /A 1 >>\n".getBytes(StandardCharsets.US_ASCII));

    assertIncomplete(revised, portion);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1024, 1_000_000})
  void anythingMayFollowTheEndMarkButObjects(int portion) throws IOException {
    byte[] padded = concat(PDF, new byte[200_000]);
    byte[] mailed =
        concat(PDF, "\r\n--boundary--\r\n<html>object</html>".getBytes(StandardCharsets.US_ASCII));

    assertThat(read(padded, portion)).isEqualTo(padded);
    assertThat(read(mailed, portion)).isEqualTo(mailed);
  }

  @Test
  void aFileWhoseEndIsNotRequiredPassesWithoutIt() throws IOException {
    byte[] half = Pdfs.truncated();

    assertThat(new WholeFile(new ByteArrayInputStream(half), half.length, false).readAllBytes())
        .isEqualTo(half);
    assertThatThrownBy(() -> new WholeFile(new ByteArrayInputStream(half), 1, false).readAllBytes())
        .hasMessageContaining("incomplete-file");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1024, 1_000_000})
  void aZipWithoutItsEndRecordIsIncomplete(int portion) {
    byte[] zip = zip("");

    assertIncomplete(Arrays.copyOf(zip, zip.length - 22), portion);
  }

  @Test
  void aZipMayEndWithALongComment() throws IOException {
    byte[] zip = zip("x".repeat(65_535));

    assertThat(read(zip, 1024)).isEqualTo(zip);
  }

  @Test
  void aFileOfAnotherSizeThanListedIsIncomplete() {
    assertThatThrownBy(
            () -> new WholeFile(new ByteArrayInputStream(PDF), PDF.length + 1, true).readAllBytes())
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("incomplete-file");
    assertThatThrownBy(
            () -> new WholeFile(new ByteArrayInputStream(PDF), PDF.length - 1, true).readAllBytes())
        .hasMessageContaining("incomplete-file");
  }

  @Test
  void anEmptyFileIsIncomplete() {
    assertIncomplete(new byte[0], 1024);
  }

  @Test
  void whatIsNeitherPdfNorZipHasNoEndToLookFor() throws IOException {
    byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);

    assertThat(read(text, 1024)).isEqualTo(text);
  }

  private static void assertIncomplete(byte[] content, int portion) {
    assertThatThrownBy(() -> read(content, portion))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("incomplete-file");
  }

  private static byte[] read(byte[] content, int portion) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[portion];
    try (InputStream file =
        new WholeFile(new ByteArrayInputStream(content), content.length, true)) {
      for (int count; (count = file.read(buffer, 0, portion)) >= 0; ) {
        read.write(buffer, 0, count);
      }
    }
    return read.toByteArray();
  }

  private static byte[] zip(String comment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      zip.putNextEntry(new ZipEntry("a.pdf"));
      zip.write(PDF);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
