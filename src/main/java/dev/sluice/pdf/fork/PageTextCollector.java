package dev.sluice.pdf.fork;

/** Collects the text of one page, within a budget. */
final class PageTextCollector {

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;

  PageTextCollector(Budget budget) {
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
