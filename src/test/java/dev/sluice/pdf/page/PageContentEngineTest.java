package dev.sluice.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The text is PDFBox's own, however a page's contents are stored. */
class PageContentEngineTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final PageRange ALL = new PageRange(1, Integer.MAX_VALUE);
  private static final COSArray ASCII_AND_FLATE =
      new COSArray(List.of(COSName.ASCII85_DECODE, COSName.FLATE_DECODE));

  @Test
  void readsWhatPdfBoxReads() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("A few\nlines of text", "and more"))) {
      assertSameText(document);
    }
  }

  @Test
  void readsPagesOfManyGlyphsOneAfterTheOther() throws IOException {
    String full = ("abcdefghij ".repeat(9) + "\n").repeat(60);
    try (PDDocument document = Loader.loadPDF(Pdfs.withText(full, full + full, "few", full))) {
      assertSameText(document);
    }
  }

  @Test
  void readsContentsOfEveryFilterAndInSeveralParts() throws IOException {
    for (COSBase filter : Arrays.asList(null, COSName.LZW_DECODE, ASCII_AND_FLATE)) {
      try (PDDocument document = Loader.loadPDF(Pdfs.withText("In parts"))) {
        reencode(document, filter);
        assertSameText(document);
      }
    }
  }

  @Test
  void readsContentsLargerThanWhatIsReadAtOnce() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("After much space"))) {
      PDPage page = document.getPage(0);
      byte[] content = page.getContents().readAllBytes();
      page.setContents(List.of(spaces(document, 18 << 20), stream(document, content, null)));
      assertSameText(document);
    }
  }

  @Test
  void skipsAPartThatIsDamaged() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("The good part"))) {
      PDPage page = document.getPage(0);
      PDStream good = stream(document, page.getContents().readAllBytes(), COSName.FLATE_DECODE);
      PDStream damaged = stream(document, new byte[] {1, 2, 3}, null);
      damaged.getCOSObject().setItem(COSName.FILTER, COSName.getPDFName("NoSuchFilter"));
      page.setContents(List.of(damaged, good));

      assertThat(textOf(document, 1 << 30)).containsExactly("The good part");
    }
  }

  @Test
  void boundsWhatMustBeDecodedAsAWhole() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("Small"))) {
      document.getPage(0).setContents(List.of(stream(document, new byte[10_000], ASCII_AND_FLATE)));

      Kept kept = new Kept();
      read(document, ALL, 5_000, kept);

      assertThat(kept.texts).isEmpty();
      assertThat(kept.refused).containsExactly(Map.entry(1, FailureCode.INFLATES_TOO_MUCH));
    }
  }

  @Test
  void readsThePagesThatAreAskedFor() throws IOException {
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("1", "2", "3", "4"))) {
      Kept kept = new Kept();
      read(document, new PageRange(2, 3), 1 << 30, kept);

      assertThat(kept.texts).containsExactly("2", "3");
    }
  }

  private static void assertSameText(PDDocument document) throws IOException {
    PDFTextStripper plain = new PDFTextStripper();
    plain.setLineSeparator("\n");
    plain.setPageEnd("");

    assertThat(String.join("", textOf(document, 1 << 30)))
        .isNotBlank()
        .isEqualTo(plain.getText(document));
  }

  @Test
  void aPageOnWhichTablesCannotBeMadeOutKeepsItsTextAndSaysSo() throws IOException {
    // Given: as of a damaged PDF that gave a cell beyond its table
    List<PageContent> pages = new ArrayList<>();
    ReadPages kept = new ReadPages(pages, new ArrayList<>());

    // When
    try (PDDocument document = Loader.loadPDF(Pdfs.withText("Still here"))) {
      new PageContentEngine(
              new Budget(ParseLimits.NONE, PATIENCE, 0),
              kept,
              TextMode.LAYOUT,
              Optional.empty(),
              layout -> {
                throw new IllegalArgumentException("cell of table");
              })
          .read(document, ALL);
    }

    // Then
    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).page().text()).contains("Still here");
    assertThat(pages.get(0).flags()).extracting(Flag::code).containsExactly("tables-not-read");
  }

  private static List<String> textOf(PDDocument document, long maxDecoded) throws IOException {
    Kept kept = new Kept();
    read(document, ALL, maxDecoded, kept);
    assertThat(kept.refused).isEmpty();
    return kept.texts;
  }

  private static void read(PDDocument document, PageRange pages, long maxDecoded, Kept kept)
      throws IOException {
    ParseLimits limits = new ParseLimits(100, 100_000, 100_000, maxDecoded, 10, 10_000);
    new PageContentEngine(new Budget(limits, PATIENCE, 0), kept, TextMode.PLAIN, Optional.empty())
        .read(document, pages);
  }

  private static final class Kept implements PageContentEngine.Sink {

    private final List<String> texts = new ArrayList<>();
    private final Map<Integer, FailureCode> refused = new TreeMap<>();

    @Override
    public void accept(PageContent page) {
      texts.add(page.page().text());
    }

    @Override
    public void refuse(int number, LimitExceededException limit) {
      refused.put(number, limit.code());
    }
  }

  /** Cuts the contents of the first page in two, after its first line. */
  private static void reencode(PDDocument document, COSBase filter) throws IOException {
    PDPage page = document.getPage(0);
    byte[] content = page.getContents().readAllBytes();
    int cut = new String(content, StandardCharsets.ISO_8859_1).indexOf('\n');
    page.setContents(
        List.of(
            stream(document, Arrays.copyOf(content, cut), filter),
            stream(document, Arrays.copyOfRange(content, cut, content.length), filter)));
  }

  private static PDStream spaces(PDDocument document, int bytes) throws IOException {
    byte[] spaces = new byte[bytes];
    Arrays.fill(spaces, (byte) ' ');
    return stream(document, spaces, COSName.FLATE_DECODE);
  }

  private static PDStream stream(PDDocument document, byte[] content, COSBase filter)
      throws IOException {
    PDStream stream = new PDStream(document);
    try (var out = stream.getCOSObject().createOutputStream(filter)) {
      new ByteArrayInputStream(content).transferTo(out);
    }
    return stream;
  }
}
