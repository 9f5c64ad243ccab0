package dev.sluice.pdf.text;

import dev.sluice.pdf.budget.Budget;

/** Writes the text of a page as PDFBox's PDFTextStripper does. */
final class PlainText implements LineSink {

  private final Budget budget;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private boolean special;
  private boolean needsSpace;

  PlainText(Budget budget) {
    this.budget = budget;
  }

  @Override
  public void glyph(Glyph glyph) {
    String text = glyph.text();
    boolean one = text.length() == 1;
    word.append(one ? text : LogicalText.visual(text));
    special |= one ? text.charAt(0) >= LogicalText.FIRST_SPECIAL : isSpecial(text);
  }

  private static boolean isSpecial(String text) {
    return text.chars().anyMatch(character -> character >= LogicalText.FIRST_SPECIAL);
  }

  @Override
  public void gap() {
    writeWord();
  }

  @Override
  public void endLine() {
    if (word.length() > 0) {
      writeWord();
    }
    needsSpace = false;
  }

  @Override
  public void breakLine() {
    write("\n");
  }

  private void writeWord() {
    if (needsSpace) {
      write(" ");
    }
    write(special ? LogicalText.of(word.toString()) : word);
    word.setLength(0);
    special = false;
    needsSpace = true;
  }

  private void write(CharSequence more) {
    budget.characters(more.length());
    text.append(more);
  }

  /** All that was written. */
  @Override
  public String toString() {
    return text.toString();
  }
}
