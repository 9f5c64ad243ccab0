package dev.sluice.parse.child;

/** Collects the text of one page, within a budget. */
final class PageWriter {

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;

  PageWriter(Budget budget) {
    this.budget = budget;
  }

  void write(CharSequence more) {
    budget.characters(more.length());
    text.append(more);
  }

  int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
