package dev.sluice.pdf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What parsing a document may cost, but for time.
 *
 * @param maxPages pages that it may have
 * @param maxCharacters characters of its text
 * @param maxGlyphsPerPage glyphs shown on one page
 * @param maxDecodedPerPage bytes the contents of one page, or of one form on it, may decode to
 * @param maxImagesPerPage images that may be decoded for one page
 * @param maxImagePixels pixels of one of them
 */
public record ParseLimits(
    int maxPages,
    long maxCharacters,
    int maxGlyphsPerPage,
    long maxDecodedPerPage,
    int maxImagesPerPage,
    long maxImagePixels) {

  /** For documents of our own. */
  public static final ParseLimits NONE =
      new ParseLimits(
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          Integer.MAX_VALUE,
          Long.MAX_VALUE,
          Integer.MAX_VALUE,
          Long.MAX_VALUE);

  static ParseLimits of(ParserSettings settings) {
    return new ParseLimits(
        settings.maxPages(),
        settings.maxCharacters(),
        settings.maxGlyphsPerPage(),
        settings.maxDecodedPerPage().bytes(),
        settings.maxImagesPerPage(),
        settings.maxImagePixels());
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(maxPages);
    out.writeLong(maxCharacters);
    out.writeInt(maxGlyphsPerPage);
    out.writeLong(maxDecodedPerPage);
    out.writeInt(maxImagesPerPage);
    out.writeLong(maxImagePixels);
  }

  static ParseLimits readFrom(DataInputStream in) throws IOException {
    return new ParseLimits(
        in.readInt(), in.readLong(), in.readInt(), in.readLong(), in.readInt(), in.readLong());
  }
}
