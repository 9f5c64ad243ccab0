package dev.sluice.parse.child;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Charges what is read to the budget of the page. */
final class CountingStream extends FilterInputStream {

  private final Budget budget;

  CountingStream(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      budget.decoded(1);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      budget.decoded(count);
    }
    return count;
  }
}
