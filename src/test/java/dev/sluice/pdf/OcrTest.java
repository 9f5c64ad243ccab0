package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sluice.fixture.DrawnPage;
import dev.sluice.fixture.Jbig2;
import dev.sluice.fixture.ScannedPdf;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.page.ReadPages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterAll;
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

  private static final OcrSettings PATIENT = ocr(OcrMode.AUTO, Duration.ofSeconds(15));
  private static final OcrSettings HASTY = ocr(OcrMode.AUTO, Duration.ofMillis(1));

  @TempDir private static Path folder;
  private static final Map<ParserSettings, PdfParser> PARSERS = new HashMap<>();

  @AfterAll
  static void stop() {
    PARSERS.values().forEach(PdfParser::close);
  }

  @ParameterizedTest
  @EnumSource(
      value = SandboxMode.class,
      names = {"AUTO", "OFF"})
  void aScanIsReadWithHeadingsParagraphsAndPlaces(SandboxMode sandbox) {
    // When
    PageContent page = read(scan(), PATIENT, sandbox);

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
  void theWordsOfAScanStandWhereOcrSeesThem() {
    // Given
    assumeThat(OcrProgram.find(PATIENT).isThere()).isTrue();

    // When
    PdfParser parser = parser(PATIENT, SandboxMode.AUTO);
    Rendering read = parser.words(file(folder, scan()), 1, Duration.ofSeconds(60));

    // Then
    assertThat(read).isInstanceOf(Rendering.Words.class);
    List<Word> words = ((Rendering.Words) read).page().words();
    assertThat(words).extracting(Word::text).startsWith("The", "harbour", "report");
    assertThat(words.get(0).box().x()).isCloseTo(70, within(3f));
  }

  @Test
  void aScanInJbig2IsReadToo() {
    PageContent page = read(ScannedPdf.of(PAPER, Jbig2::encode), PATIENT, SandboxMode.AUTO);

    assertThat(page.page().text()).contains("Nobody has counted the gulls.");
  }

  @Test
  void anImageWithoutTextIsFlaggedAsNotRead() {
    byte[] grey = new DrawnPage().image(0, 0, 595, 842).pdf();

    assertThat(notRead(read(grey, PATIENT, SandboxMode.AUTO))).contains("nothing to read");
  }

  @Test
  void aPageThatTakesTooLongIsFlaggedAndLeavesNoProgramBehind() {
    PageContent page = read(scan(), HASTY, SandboxMode.AUTO);

    assertThat(notRead(page)).contains("not done after");
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(process -> process.info().command().orElse("").endsWith("tesseract"));
  }

  @Test
  void theTimeForOneDocumentIsBounded() throws IOException {
    // Given: no fork is needed for what no program is started for
    OcrSettings tight =
        new OcrSettings(
            OcrMode.REQUIRED, "eng", 300, Duration.ofSeconds(15), Duration.ofMillis(100));

    assertThat(notRead(withoutChild(Optional.of(tight)))).contains("time for OCR was spent");
  }

  @Test
  void withoutOcrAScanIsFlagged() throws IOException {
    assertThat(notRead(withoutChild(Optional.empty()))).contains("there is no OCR");
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

  private static PageContent withoutChild(Optional<OcrSettings> ocr) throws IOException {
    try (PDDocument document = Loader.loadPDF(scan())) {
      return ReadPages.of(document, ocr).pages().get(0);
    }
  }

  private static OcrSettings ocr(OcrMode mode, Duration pageTime) {
    return new OcrSettings(mode, "eng", 200, pageTime, Duration.ofMinutes(5));
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

  private static PdfParser parser(OcrSettings ocr, SandboxMode sandbox) {
    ParserSettings settings =
        TestParserSettings.ofOneFork()
            .withHeapMegabytes(256)
            .withSandbox(sandbox)
            .withOcr(ocr)
            .in(folder.resolve(sandbox + "-" + ocr.pageTime().toMillis()));
    return PARSERS.computeIfAbsent(settings, TestParsers::start);
  }

  private PageContent parsed(byte[] pdf, OcrSettings ocr, SandboxMode sandbox) {
    ParseOutcome outcome = parser(ocr, sandbox).parse(file(folder, pdf));
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    try (ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) outcome) {
      List<PageContent> pages = new ArrayList<>();
      parsed.pages().forEach(pages::add);
      assertThat(pages).hasSize(1);
      return pages.get(0);
    }
  }
}
