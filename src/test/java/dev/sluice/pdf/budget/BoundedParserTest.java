package dev.sluice.pdf.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.ContentPdf;
import dev.sluice.pdf.ParseLimits;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which encrypted PDFs open. */
class BoundedParserTest {

  @TempDir Path folder;

  @Test
  void pagesOpenWhenOnlyAttachmentsAreEncrypted() throws IOException {
    try (PDDocument document = load("Identity")) {
      assertThat(new PDFTextStripper().getText(document)).contains("Anyone may read this");
      assertThat(document.isEncrypted()).isTrue();
    }
  }

  @Test
  void pagesStayClosedWhenTheyAreEncrypted() {
    assertThatThrownBy(() -> load("StdCF")).isInstanceOf(InvalidPasswordException.class);
  }

  private PDDocument load(String filterOfStreams) throws IOException {
    byte[] whole =
        new ContentPdf()
            .object(
                "<< /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <"
                    + "11".repeat(32)
                    + "> /U <"
                    + "22".repeat(32)
                    + "> /CF << /StdCF << /CFM /AESV2 /Length 16 /AuthEvent /EFOpen >> >> /StmF /"
                    + filterOfStreams
                    + " /StrF /Identity /EFF /StdCF >>")
            .content("BT /F1 12 Tf 72 700 Td (Anyone may read this) Tj ET")
            .pdf();
    String encrypted =
        new String(whole, StandardCharsets.ISO_8859_1)
            .replace("/Root 1 0 R /Size", "/Root 1 0 R /Encrypt 5 0 R /ID [<00> <00>] /Size");
    File file = folder.resolve("locked.pdf").toFile();
    Files.write(file.toPath(), encrypted.getBytes(StandardCharsets.ISO_8859_1));
    return BoundedParser.load(file, new Budget(ParseLimits.NONE, Duration.ofMinutes(1), 0));
  }
}
