package dev.sluice.pdf.budget;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells the budget how much one content stream has decoded to so far. */
final class CountingStream extends FilterInputStream {

  private final Budget budget;
  private long count;

  CountingStream(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      budget.decoded(++count);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      count += read;
      budget.decoded(count);
    }
    return read;
  }
}
