package dev.sluice.pdf;

import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.PageContent;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.io.function.IOFunction;
import org.apache.commons.io.function.IOSupplier;

/**
 * The pages of one document in their order, of which one at a time is in memory. They can be walked
 * more than once, by one thread. Closing removes the temporary file behind them.
 */
public final class ParsedPages implements Iterable<PageContent>, AutoCloseable {

  private final int count;
  private final IOSupplier<InputStream> source;
  private final Runnable onClose;
  private final Deque<InputStream> open = new ArrayDeque<>();

  ParsedPages(int count, IOSupplier<InputStream> source, Runnable onClose) {
    this.count = count;
    this.source = source;
    this.onClose = onClose;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** All of them as they came from the fork, for {@link PageBuffer} to take up again. */
  public InputStream frames() throws IOException {
    return source.get();
  }

  /** Walks them from the first; throws {@link UncheckedIOException} when the file is gone. */
  @Override
  public Iterator<PageContent> iterator() {
    return walk(ForkFrameCodec::page);
  }

  /** Likewise, without what else is on them: a fraction of the work. */
  Iterable<PageText> texts() {
    return () -> walk(ForkFrameCodec::pageText);
  }

  private <T> Iterator<T> walk(IOFunction<byte[], T> decoder) {
    try {
      InputStream in = source.get();
      open.add(in);
      return new Pages<>(new DataInputStream(new BufferedInputStream(in)), decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.forEach(ParsedPages::close);
    open.clear();
    onClose.run();
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Pages<T> implements Iterator<T> {

    private final DataInputStream in;
    private final IOFunction<byte[], T> decoder;
    private int left = count;

    private Pages(DataInputStream in, IOFunction<byte[], T> decoder) {
      this.in = in;
      this.decoder = decoder;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      left--;
      try {
        return decoder.apply(ForkFrame.readFrom(in).payload());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
