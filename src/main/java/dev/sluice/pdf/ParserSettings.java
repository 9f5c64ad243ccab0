package dev.sluice.pdf;

import dev.sluice.model.settings.ByteSize;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How many forks parse, and what one document may cost them; null stands for the default.
 *
 * @param forks JVMs that parse, 1 to 256; 0 means one per core
 * @param heap heap of each fork, at least 32 MB
 * @param totalTime a fork may take this long for one document
 * @param silence and this long without finishing a page
 * @param documentTime a document may take this long in all its forks together, at least {@code
 *     totalTime}
 * @param documentForks forks that a document may harm, at least 1
 * @param gaps which documents are complete although pages of them could not be read
 * @param maxPages pages of one document
 * @param maxCharacters characters of one document's text
 * @param maxGlyphsPerPage glyphs shown on one page
 * @param maxDecodedPerPage bytes that the contents of one page, or of one form on it, may decode to
 * @param maxImagesPerPage images that may be decoded for one page
 * @param maxImagePixels pixels of one of them
 * @param maxTables tables of one document, each page's part of one counted; others are left out and
 *     a flag says so
 * @param text whether text is put into reading order, with blocks and tables, or is PDFBox's own
 * @param ocr how pages that are images are read
 * @param recycleAfter documents after which a fork is replaced by a fresh one
 * @param recycleAbove memory of a fork, resident after a document, above which it is replaced; 0:
 *     its heap and half as much again
 * @param sandbox whether forks must be restricted by the operating system
 * @param workFolder where temporary files live; {@code sluice} in java.io.tmpdir when absent
 */
public record ParserSettings(
    Integer forks,
    ByteSize heap,
    Duration totalTime,
    Duration silence,
    Duration documentTime,
    Integer documentForks,
    GapTolerance gaps,
    Integer maxPages,
    Long maxCharacters,
    Integer maxGlyphsPerPage,
    ByteSize maxDecodedPerPage,
    Integer maxImagesPerPage,
    Long maxImagePixels,
    Integer maxTables,
    TextMode text,
    OcrSettings ocr,
    Integer recycleAfter,
    ByteSize recycleAbove,
    SandboxMode sandbox,
    Path workFolder) {

  /** Fills in what depends on the machine; throws {@link IllegalArgumentException} on nonsense. */
  public ParserSettings {
    forks = orElse(forks, 0);
    heap = orElse(heap, ByteSize.ofMegabytes(512));
    totalTime = orElse(totalTime, Duration.ofSeconds(60));
    silence = orElse(silence, Duration.ofSeconds(20));
    documentTime = orElse(documentTime, Duration.ofMinutes(2));
    documentForks = orElse(documentForks, 10);
    gaps = orElse(gaps, GapTolerance.SOME);
    maxPages = orElse(maxPages, 20_000);
    maxCharacters = orElse(maxCharacters, 20_000_000L);
    maxGlyphsPerPage = orElse(maxGlyphsPerPage, 300_000);
    maxDecodedPerPage = orElse(maxDecodedPerPage, ByteSize.ofMegabytes(256));
    maxImagesPerPage = orElse(maxImagesPerPage, 2_000);
    maxImagePixels = orElse(maxImagePixels, 100_000_000L);
    maxTables = orElse(maxTables, 10_000);
    text = orElse(text, TextMode.LAYOUT);
    ocr = orElse(ocr, OcrSettings.defaults());
    recycleAfter = orElse(recycleAfter, 10_000);
    recycleAbove = orElse(recycleAbove, new ByteSize(0));
    sandbox = orElse(sandbox, SandboxMode.AUTO);
    require(forks >= 0 && forks <= 256, "forks must be 0 to 256", forks);
    require(heap.bytes() >= ByteSize.ofMegabytes(32).bytes(), "heap must be at least 32MB", heap);
    require(isPositive(totalTime), "total-time must be positive", totalTime);
    require(isPositive(silence), "silence must be positive", silence);
    require(
        documentTime.compareTo(totalTime) >= 0,
        "document-time must be at least total-time",
        documentTime);
    require(documentForks >= 1, "document-forks must be at least 1", documentForks);
    require(maxPages >= 1, "max-pages must be at least 1", maxPages);
    require(maxCharacters >= 1, "max-characters must be at least 1", maxCharacters);
    require(maxGlyphsPerPage >= 1, "max-glyphs-per-page must be at least 1", maxGlyphsPerPage);
    require(
        maxDecodedPerPage.bytes() >= 1,
        "max-decoded-per-page must be at least 1 byte",
        maxDecodedPerPage);
    require(maxImagesPerPage >= 1, "max-images-per-page must be at least 1", maxImagesPerPage);
    require(maxImagePixels >= 1, "max-image-pixels must be at least 1", maxImagePixels);
    require(maxTables >= 0, "max-tables must be 0 or more", maxTables);
    require(recycleAfter >= 1, "recycle-after must be at least 1", recycleAfter);
    recycleAbove = recycleAbove.bytes() == 0 ? new ByteSize(heap.bytes() * 3 / 2) : recycleAbove;
    ocr = ocr.within(silence);
    forks = forks == 0 ? Runtime.getRuntime().availableProcessors() : forks;
    workFolder =
        workFolder == null ? Path.of(System.getProperty("java.io.tmpdir"), "sluice") : workFolder;
  }

  /** All settings with their default values, with temporary files in a folder. */
  public static ParserSettings defaults(Path workFolder) {
    return new ParserSettings(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        workFolder);
  }

  private static <T> T orElse(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("sluice.parser." + rule + ", not " + value);
    }
  }
}
