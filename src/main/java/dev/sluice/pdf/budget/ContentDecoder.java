package dev.sluice.pdf.budget;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;

/** Decodes content streams bit by bit, counting, where PDFBox would decode them as a whole. */
final class ContentDecoder {

  /** Up to here contents are read into one array, which PDFBox tokenizes faster. */
  private static final int FLAT_BYTES = 16 << 20;

  private static final byte[] SEPARATOR = {'\n'};

  /** Ends what a damaged stream may have left open, or it would swallow the next one. */
  private static final byte[] CLOSERS = "\n)\n>\n]\nET\n".getBytes(StandardCharsets.US_ASCII);

  private final Budget budget;
  private final Runnable damage;

  /** Takes what is to be run when a stream is missing or cannot be decoded to its end. */
  ContentDecoder(Budget budget, Runnable damage) {
    this.budget = budget;
    this.damage = damage;
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
      AtomicBoolean damaged = new AtomicBoolean();
      Runnable note =
          () -> {
            damaged.set(true);
            damage.run();
          };
      parts.add(new LenientStream(() -> decoded(stream, note), note));
      parts.add(
          new LenientStream(
              () -> new ByteArrayInputStream(damaged.get() ? CLOSERS : SEPARATOR), note));
    }
    return Collections.enumeration(parts);
  }

  private List<COSStream> streams(COSBase contents) {
    if (contents instanceof COSStream stream) {
      return List.of(stream);
    }
    List<COSStream> streams = new ArrayList<>();
    if (contents instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        if (array.getObject(at) instanceof COSStream stream) {
          streams.add(stream);
        } else {
          damage.run();
        }
      }
    }
    return streams;
  }

  private InputStream decoded(COSStream stream, Runnable damaged) throws IOException {
    InputStream in = stream.createRawInputStream();
    List<COSName> filters = StreamFilters.of(stream.getFilters());
    for (int at = 0; at < filters.size(); at++) {
      in = decoded(stream, in, at, damaged);
    }
    return in;
  }

  private InputStream decoded(COSStream stream, InputStream in, int at, Runnable damaged)
      throws IOException {
    COSName name = StreamFilters.of(stream.getFilters()).get(at);
    Filter filter = FilterFactory.INSTANCE.getFilter(name);
    boolean isPlainFlate =
        filter == FilterFactory.INSTANCE.getFilter(COSName.FLATE_DECODE)
            && !hasPredictor(stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP), at);
    if (isPlainFlate) {
      return new DamagedFlateStream(in, damaged);
    }
    BoundedBuffer buffer = new BoundedBuffer(budget);
    try {
      filter.decode(in, buffer, stream, at);
    } catch (IOException broken) {
      damaged.run();
    }
    return new ByteArrayInputStream(buffer.toByteArray());
  }

  private static boolean hasPredictor(COSBase parameters, int at) {
    COSBase own = parameters instanceof COSArray array ? array.getObject(at) : parameters;
    return own instanceof COSDictionary dictionary && dictionary.getInt(COSName.PREDICTOR, 1) > 1;
  }
}
