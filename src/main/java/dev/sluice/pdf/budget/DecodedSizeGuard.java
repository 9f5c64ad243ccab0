package dev.sluice.pdf.budget;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;

/**
 * Refuses what would decode to more than may be held in memory. It is decoded once only to be
 * counted, unless it is too short to be a bomb.
 */
final class DecodedSizeGuard {

  /** Deflate makes 258 bytes of two bits at best (RFC 1951, 3.2.5). */
  private static final long FLATE_RATIO = 1032;

  /** No code of LZW is longer than its 4096 entries. */
  private static final long LZW_RATIO = 4096;

  /** Run lengths give 128 bytes for two, the ASCII filters less. */
  private static final long OTHER_RATIO = 64;

  private final Budget budget;

  DecodedSizeGuard(Budget budget) {
    this.budget = budget;
  }

  /** Throws {@link LimitExceededException} when the stream would decode to too much. */
  void check(COSStream stream) throws IOException {
    List<COSName> filters = StreamFilters.of(stream.getFilters());
    if (!filters.isEmpty() && couldBeABomb(stream.getLength(), filters)) {
      count(stream.createRawInputStream(), stream, filters);
    }
  }

  /** Throws {@link LimitExceededException} when an inline image would decode to too much. */
  void check(COSDictionary image, byte[] data) throws IOException {
    COSBase named = image.getDictionaryObject(COSName.F, COSName.FILTER);
    List<COSName> filters = StreamFilters.of(named);
    if (!filters.isEmpty() && couldBeABomb(data.length, filters)) {
      count(new ByteArrayInputStream(data), image, filters);
    }
  }

  private boolean couldBeABomb(long length, List<COSName> filters) {
    double limit = length;
    for (COSName filter : filters) {
      limit *= ratio(filter);
    }
    return limit > budget.maxHeld();
  }

  private static long ratio(COSName filter) {
    if (StreamFilters.isFlate(filter)) {
      return FLATE_RATIO;
    }
    boolean isLzw =
        COSName.LZW_DECODE.equals(filter) || COSName.LZW_DECODE_ABBREVIATION.equals(filter);
    return isLzw ? LZW_RATIO : OTHER_RATIO;
  }

  private void count(InputStream raw, COSDictionary parameters, List<COSName> filters)
      throws IOException {
    InputStream in = raw;
    for (int at = 0; at < filters.size(); at++) {
      if (StreamFilters.isImage(filters.get(at))) {
        return; // the pixels of images are counted where they are drawn
      }
      boolean isLast = at == filters.size() - 1;
      in = decoded(in, parameters, filters.get(at), at, isLast);
    }
    in.transferTo(OutputStream.nullOutputStream());
  }

  /** Every step counts: PDFBox holds the whole of what each filter gives. */
  private InputStream decoded(
      InputStream in, COSDictionary parameters, COSName name, int at, boolean isLast)
      throws IOException {
    if (StreamFilters.isFlate(name) && (isLast || !hasParameters(parameters))) {
      return new CountingStream(
          new LenientStream(() -> new FlateFilterDecoderStream(in)), budget::held);
    }
    BoundedBuffer buffer = new BoundedBuffer(budget);
    FilterFactory.INSTANCE.getFilter(name).decode(in, buffer, parameters, at);
    return new ByteArrayInputStream(buffer.toByteArray());
  }

  /** A predictor changes what the next filter gets, but makes nothing longer. */
  private static boolean hasParameters(COSDictionary dictionary) {
    return dictionary.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS) != null;
  }
}
