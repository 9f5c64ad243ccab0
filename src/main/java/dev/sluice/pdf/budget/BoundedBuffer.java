package dev.sluice.pdf.budget;

import java.io.ByteArrayOutputStream;

/** Collects what a filter decodes to, as far as the budget lets it. */
final class BoundedBuffer extends ByteArrayOutputStream {

  private final Budget budget;

  BoundedBuffer(Budget budget) {
    this.budget = budget;
  }

  @Override
  public synchronized void write(int value) {
    budget.held(count + 1L);
    super.write(value);
  }

  @Override
  public synchronized void write(byte[] source, int offset, int length) {
    budget.held((long) count + length);
    super.write(source, offset, length);
  }
}
