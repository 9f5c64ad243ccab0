package dev.sluice.pdf.budget;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;

/** Decodes content streams bit by bit, counting, where PDFBox would decode them as a whole. */
final class ContentDecoder {

  /** Up to here contents are read into one array, which PDFBox tokenizes faster. */
  private static final int FLAT_BYTES = 16 << 20;

  private static final byte[] SEPARATOR = {'\n'};

  private final Budget budget;

  ContentDecoder(Budget budget) {
    this.budget = budget;
  }

  /** Opens what a page's /Contents or a form is: one stream, or an array of streams. */
  RandomAccessRead open(COSBase contents) throws IOException {
    InputStream in =
        new CountingStream(new SequenceInputStream(decoded(contents)), budget::decoded);
    byte[] head = in.readNBytes(FLAT_BYTES);
    if (head.length < FLAT_BYTES) {
      return new InMemoryContents(head);
    }
    return new NonSeekableRandomAccessReadInputStream(
        new SequenceInputStream(new ByteArrayInputStream(head), in));
  }

  private Enumeration<InputStream> decoded(COSBase contents) {
    List<InputStream> parts = new ArrayList<>();
    for (COSStream stream : streams(contents)) {
      parts.add(new LenientStream(() -> decoded(stream)));
      parts.add(new ByteArrayInputStream(SEPARATOR));
    }
    return Collections.enumeration(parts);
  }

  private static List<COSStream> streams(COSBase contents) {
    if (contents instanceof COSStream stream) {
      return List.of(stream);
    }
    List<COSStream> streams = new ArrayList<>();
    if (contents instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        if (array.getObject(at) instanceof COSStream stream) {
          streams.add(stream);
        }
      }
    }
    return streams;
  }

  private InputStream decoded(COSStream stream) throws IOException {
    InputStream in = stream.createRawInputStream();
    List<COSName> filters = StreamFilters.of(stream.getFilters());
    for (int at = 0; at < filters.size(); at++) {
      in = decoded(stream, in, filters.get(at), at);
    }
    return in;
  }

  private InputStream decoded(COSStream stream, InputStream in, COSName name, int at)
      throws IOException {
    Filter filter = FilterFactory.INSTANCE.getFilter(name);
    boolean isPlainFlate =
        filter == FilterFactory.INSTANCE.getFilter(COSName.FLATE_DECODE)
            && !stream.containsKey(COSName.DECODE_PARMS);
    if (isPlainFlate) {
      return new FlateFilterDecoderStream(in);
    }
    BoundedBuffer buffer = new BoundedBuffer(budget);
    filter.decode(in, buffer, stream, at);
    return new ByteArrayInputStream(buffer.toByteArray());
  }
}
