package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.content.Block;
import dev.sluice.content.Flag;
import dev.sluice.content.PageContent;
import dev.sluice.fixture.DrawnPage;
import dev.sluice.fixture.Jbig2;
import dev.sluice.fixture.ScannedPdf;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that are images are read by Tesseract, where there is one. */
class OcrTest {

  private static final byte[] PAPER =
      new DrawnPage()
          .font(DrawnPage.BOLD, 24)
          .text(70, 92, "The harbour report")
          .font(DrawnPage.PLAIN, 12)
          .text(70, 142, "Ships arrive before sunrise and leave with the tide.")
          .text(70, 158, "Nobody has counted the gulls.")
          .pdf();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = SandboxMode.class,
      names = {"AUTO", "OFF"})
  void aScanIsReadWithHeadingsParagraphsAndPlaces(SandboxMode sandbox) {
    // When
    PageContent page = read(scan(), ocr(Duration.ofSeconds(15)), sandbox);

    // Then
    assertThat(page.page().text())
        .isEqualTo(
            "The harbour report\n"
                + "Ships arrive before sunrise and leave with the tide.\n"
                + "Nobody has counted the gulls.");
    assertThat(page.blocks().get(0).kind()).isEqualTo(Block.Kind.HEADING);
    assertThat(page.blocks().get(0).box().x()).isCloseTo(70, within(3f));
    assertThat(page.blocks().get(0).box().bottom()).isCloseTo(92, within(8f));
    assertThat(page.flags()).extracting(Flag::code).containsExactly("scanned", "ocr");
    assertThat(page.flags().get(1).text()).matches("Read by OCR \\(eng\\), .* 9\\d % .*");
  }

  @Test
  void aScanInJbig2IsReadToo() {
    PageContent page =
        read(ScannedPdf.of(PAPER, Jbig2::encode), ocr(Duration.ofSeconds(15)), SandboxMode.AUTO);

    assertThat(page.page().text()).contains("Nobody has counted the gulls.");
  }

  @Test
  void anImageWithoutTextIsFlaggedAsNotRead() {
    byte[] grey = new DrawnPage().image(0, 0, 595, 842).pdf();

    assertThat(notRead(read(grey, ocr(Duration.ofSeconds(15)), SandboxMode.AUTO)))
        .contains("nothing to read");
  }

  @Test
  void aPageThatTakesTooLongIsFlaggedAndLeavesNoProgramBehind() {
    PageContent page = read(scan(), ocr(Duration.ofMillis(1)), SandboxMode.AUTO);

    assertThat(notRead(page)).contains("not done after");
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.info().command().orElse("").endsWith("tesseract"));
  }

  @Test
  void theTimeForOneDocumentIsBounded() {
    OcrSettings tight =
        new OcrSettings(
            OcrMode.REQUIRED, "eng", 300, Duration.ofSeconds(15), Duration.ofMillis(100));

    assertThat(notRead(read(scan(), tight, SandboxMode.AUTO))).contains("time for OCR was spent");
  }

  @Test
  void withoutOcrAScanIsFlagged() {
    OcrSettings off =
        new OcrSettings(OcrMode.OFF, "eng", 300, Duration.ofSeconds(1), Duration.ofSeconds(1));

    assertThat(notRead(parsed(scan(), off, SandboxMode.AUTO))).contains("there is no OCR");
  }

  @Test
  void whatIsRequiredAndNotThereIsNamedAtTheStart() {
    OcrSettings klingon =
        new OcrSettings(OcrMode.REQUIRED, "tlh", 300, Duration.ofSeconds(1), Duration.ofSeconds(1));

    assertThatThrownBy(() -> parsed(scan(), klingon, SandboxMode.AUTO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("sluice.parser.ocr.mode is required, but there is no .*tesseract.*");
  }

  private static byte[] scan() {
    return ScannedPdf.of(PAPER, LosslessFactory::createFromImage);
  }

  private static OcrSettings ocr(Duration pageTime) {
    return new OcrSettings(OcrMode.AUTO, "eng", 300, pageTime, Duration.ofMinutes(5));
  }

  private static String notRead(PageContent page) {
    assertThat(page.page().text()).isEmpty();
    assertThat(page.flags()).extracting(Flag::code).containsExactly("scanned");
    return page.flags().get(0).text();
  }

  private PageContent read(byte[] pdf, OcrSettings ocr, SandboxMode sandbox) {
    assumeThat(OcrProgram.find(ocr).isThere()).isTrue();
    return parsed(pdf, ocr, sandbox);
  }

  private PageContent parsed(byte[] pdf, OcrSettings ocr, SandboxMode sandbox) {
    ParserSettings settings =
        Settings.ofOneFork()
            .withHeapMegabytes(256)
            .withSandbox(sandbox)
            .withOcr(ocr)
            .in(folder.resolve("work"));
    try (PdfParser parser = new PdfParser(settings)) {
      ParseOutcome outcome = parser.parse(file(folder, pdf));
      assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
      try (ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) outcome) {
        List<PageContent> pages = new ArrayList<>();
        parsed.pages().forEach(pages::add);
        assertThat(pages).hasSize(1);
        return pages.get(0);
      }
    }
  }
}
