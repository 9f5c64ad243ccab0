package dev.sluice.pdf.page;

import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.annotation.PageAnnotations;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.graphics.ImageCoverage;
import dev.sluice.pdf.graphics.RulingCollector;
import dev.sluice.pdf.image.Hocr;
import dev.sluice.pdf.image.PageImage;
import dev.sluice.pdf.image.Tesseract;
import dev.sluice.pdf.order.LineInsertion;
import dev.sluice.pdf.order.PageLine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Tells pages that are images without text, and has them read by OCR if there is one. */
final class ScanDetector {

  /** Of the page: images that cover more of it, with hardly any text, are a scan. */
  private static final double SHARE = 0.6;

  /** Characters; a stamp or a page number may be on a scan. */
  private static final int TEXT = 30;

  /** Of 100: what OCR sees in photographs and drawings, it is less sure of. */
  private static final int MIN_CONFIDENCE = 50;

  private static final RulingCollector NO_RULINGS = new RulingCollector();

  private final PDDocument document;
  private final Budget budget;
  private final PageComposer composer;
  private final Optional<OcrSettings> settings;
  private long nanosLeft;

  ScanDetector(
      PDDocument document, Budget budget, PageComposer composer, Optional<OcrSettings> settings) {
    this.document = document;
    this.budget = budget;
    this.composer = composer;
    this.settings = settings;
    this.nanosLeft = settings.map(ocr -> ocr.documentTime().toNanos()).orElse(0L);
  }

  /** Takes the lines of the page's contents, without those of fields and notes on it. */
  boolean isScan(List<PageLine> drawn, ImageCoverage images) {
    return images.share() > SHARE
        && drawn.stream().mapToInt(line -> line.text().length() + 1).sum() <= TEXT;
  }

  /** Likewise for a page that is no scan, but whose glyphs nobody knows. */
  PageContent readUnknown(PageContent drawn, PDPage page, PageAnnotations found) {
    PageContent read = read(drawn, page, found);
    List<Flag> flags =
        read.flags().stream().filter(flag -> !flag.code().equals(Flag.SCANNED)).toList();
    return new PageContent(read.page(), read.blocks(), read.tables(), flags)
        .with(read.fields(), read.annotations());
  }

  /** The page as OCR reads it, or as it is; flags tell which. */
  PageContent read(PageContent drawn, PDPage page, PageAnnotations found) {
    if (settings.isEmpty()) {
      return unread(drawn, "there is no OCR");
    }
    if (nanosLeft < settings.get().pageTime().toNanos()) {
      return unread(drawn, "the document's time for OCR was spent");
    }
    long start = System.nanoTime();
    try {
      return read(drawn, page, found, settings.get());
    } catch (LimitExceededException limit) {
      if (!limit.isOfOnePage()) {
        throw limit;
      }
      return unread(drawn, "it could not be drawn for OCR: " + limit.getMessage());
    } catch (IOException | RuntimeException broken) {
      return unread(drawn, ErrorSummary.of(broken));
    } finally {
      long took = System.nanoTime() - start;
      nanosLeft -= took;
      budget.outside(Duration.ofNanos(took));
    }
  }

  private PageContent read(PageContent drawn, PDPage page, PageAnnotations found, OcrSettings ocr)
      throws IOException {
    int number = drawn.page().number();
    PageImage image = new PageImage(document, budget);
    image.setAnnotationsFilter(other -> !found.drawn().contains(other.getCOSObject()));
    float scale = image.scaleFor(page, ocr.dotsPerInch());
    BufferedImage grey = image.grey(number, page, scale);
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Hocr read =
        new Tesseract(ocr, folder).read(grey, Math.max(70, Math.round(72 * scale)), ocr.pageTime());
    if (read.confidence() < MIN_CONFIDENCE) {
      return unread(drawn, "OCR is sure of too little of it, or there is nothing to read");
    }
    List<PageLine> lines = read.lines().stream().map(line -> line(line, scale)).toList();
    PageContent content =
        composer.compose(number, page, LineInsertion.insert(lines, found.lines()), NO_RULINGS);
    return content.withFlags(
        List.of(
            new Flag(
                number, Flag.SCANNED, "The page is an image without text. It was read by OCR."),
            new Flag(
                number,
                Flag.OCR,
                "Read by OCR (%s), which is sure of %d %% of the text."
                    .formatted(ocr.language(), read.confidence()))));
  }

  private static PageContent unread(PageContent page, String why) {
    String text = "The page is an image without text. It was not read: " + why + ".";
    return page.withFlags(List.of(new Flag(page.page().number(), Flag.SCANNED, text)));
  }

  private static PageLine line(List<Word> words, float scale) {
    return new PageLine(
        words.stream().map(word -> scaled(word, scale)).toList(),
        Collections.nCopies(words.size(), true),
        0);
  }

  /** From pixels to points. */
  private static Word scaled(Word word, float scale) {
    Box box = word.box();
    return new Word(
        word.text(),
        new Box(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale),
        word.baseline() / scale,
        word.size() / scale,
        word.bold(),
        word.white());
  }
}
