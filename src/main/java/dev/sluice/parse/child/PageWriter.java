package dev.sluice.parse.child;

import java.io.Writer;

/** Collects the text of one page, within a budget. */
final class PageWriter extends Writer {

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;

  PageWriter(Budget budget) {
    this.budget = budget;
  }

  /** Starts over; what was written stays on the bill. */
  void clear() {
    text.setLength(0);
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    budget.characters(length);
    text.append(characters, offset, length);
  }

  @Override
  public void write(String string, int offset, int length) {
    budget.characters(length);
    text.append(string, offset, offset + length);
  }

  @Override
  public void flush() {
    // Everything is in memory.
  }

  @Override
  public void close() {
    // Nothing to let go of.
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
