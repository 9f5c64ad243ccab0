package dev.sluice.pdf.budget;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells a budget how many bytes were read of a stream so far. */
final class CountingStream extends FilterInputStream {

  private final LongConsumer budget;
  private long count;

  CountingStream(InputStream in, LongConsumer budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      budget.accept(++count);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      count += read;
      budget.accept(count);
    }
    return read;
  }
}
