package dev.sluice.pdf.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ParseLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever PDFBox decodes as a whole is counted before. */
class DecodedSizeGuardTest {

  private static final long MAX_DECODED = 1 << 20;
  private static final int BOMB = 64 << 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/FlateDecode",
        "[/FlateDecode]",
        "[/FlateDecode /ASCIIHexDecode]",
        "/FlateDecode /DecodeParms << /Predictor 12 /Columns 100 >>",
        "[/FlateDecode /RunLengthDecode] /DecodeParms [<< /Predictor 12 /Columns 100 >> null]"
      })
  void aStreamThatInflatesToTooMuchIsNotDecoded(String filter) throws IOException {
    try (PDDocument document = load(HostilePdfs.withStream(filter, BOMB))) {
      COSStream stream = stream(document);

      assertThatThrownBy(stream::createView).satisfies(DecodedSizeGuardTest::isTooMuch);
      assertThatThrownBy(stream::createInputStream).satisfies(DecodedSizeGuardTest::isTooMuch);
    }
  }

  @Test
  void aStreamWithinTheLimitIsDecodedAsEver() throws IOException {
    try (PDDocument document = load(HostilePdfs.withStream("/FlateDecode", 1 << 20))) {
      assertThat(stream(document).createView().length()).isEqualTo(1 << 20);
    }
  }

  @Test
  void anObjectStreamThatInflatesToTooMuchEndsTheDocument() {
    assertThatThrownBy(() -> load(HostilePdfs.inflatingObjectStream(BOMB)).getNumberOfPages())
        .satisfies(DecodedSizeGuardTest::isTooMuch);
  }

  @Test
  void aCrossReferenceStreamThatInflatesToTooMuchEndsTheDocument() {
    assertThatThrownBy(() -> load(HostilePdfs.inflatingCrossReferences(BOMB)))
        .satisfies(DecodedSizeGuardTest::isTooMuch);
  }

  @Test
  void aGoodDocumentIsOpenedAsEver() throws IOException {
    try (PDDocument document = load(Pdfs.withText("Hello", "again"))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
    try (PDDocument document = load(Pdfs.emptyPassword())) {
      assertThat(document.isEncrypted()).isTrue();
    }
  }

  private PDDocument load(byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("test.pdf"), pdf);
    ParseLimits limits = new ParseLimits(100, 100_000, 100_000, MAX_DECODED, 10, 10_000);
    return BoundedParser.load(file.toFile(), new Budget(limits, Duration.ofMinutes(1), 0));
  }

  private static COSStream stream(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject().getCOSStream(COSName.getPDFName("Bomb"));
  }

  private static void isTooMuch(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            limit -> assertThat(limit.code()).isEqualTo(FailureCode.INFLATES_TOO_MUCH));
  }
}
