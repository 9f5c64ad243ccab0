package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.List;

/**
 * A page whose text runs upwards or downwards, as that of a wide table on an upright page. It is
 * laid flat for finding tables, which are then put back to where they stand.
 */
final class RotatedPage {

  /** Of the words of two letters or more. */
  private static final float MIN_TALL = 0.7f;

  /** Of the size of the letters: what of a box is below the baseline. */
  private static final float DESCENT = 0.2f;

  private final PageLayout page;
  private final boolean upwards;

  private RotatedPage(PageLayout page, boolean upwards) {
    this.page = page;
    this.upwards = upwards;
  }

  /** Null when the page's text runs from left to right. */
  static RotatedPage of(PageLayout page) {
    List<Word> words = page.words().stream().filter(word -> word.text().length() > 2).toList();
    long tall = words.stream().filter(RotatedPage::isTall).count();
    return tall < 10 || tall < MIN_TALL * words.size()
        ? null
        : new RotatedPage(page, runsUp(words));
  }

  private static boolean isTall(Word word) {
    return word.box().height() > 1.2f * word.box().width();
  }

  /** By where a word stands from the one that is drawn before it in the same line. */
  private static boolean runsUp(List<Word> words) {
    int up = 0;
    for (int at = 1; at < words.size(); at++) {
      Box last = words.get(at - 1).box();
      Box next = words.get(at).box();
      if (Math.abs(last.x() - next.x()) < 1) {
        up += next.y() < last.y() ? 1 : -1;
      }
    }
    return up > 0;
  }

  /** With text from left to right. */
  PageLayout flat() {
    return new PageLayout(
        page.number(),
        page.height(),
        page.width(),
        page.words().stream().map(this::flat).toList(),
        page.rulings().stream().map(this::flat).toList());
  }

  private Word flat(Word word) {
    Box box = flat(word.box());
    float baseline = box.bottom() - DESCENT * word.size();
    return new Word(word.text(), box, baseline, word.size(), word.bold(), word.white());
  }

  private Ruling flat(Ruling line) {
    Box box = flat(new Box(line.x1(), line.y1(), line.x2() - line.x1(), line.y2() - line.y1()));
    return new Ruling(box.x(), box.y(), box.right(), box.bottom(), line.thickness());
  }

  private Box flat(Box box) {
    return upwards
        ? new Box(page.height() - box.bottom(), box.x(), box.height(), box.width())
        : new Box(box.y(), page.width() - box.right(), box.height(), box.width());
  }

  /** Where it stands on the page; its columns keep their places along the text. */
  Table back(Table table) {
    return new Table(
        table.page(),
        back(table.box()),
        table.ruled(),
        table.rows(),
        table.columns(),
        table.headerRows(),
        table.columnEdges(),
        table.cells().stream().map(this::back).toList());
  }

  private Cell back(Cell cell) {
    return new Cell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        back(cell.box()),
        cell.text(),
        cell.words().stream().map(this::back).toList());
  }

  private Word back(Word word) {
    Box box = back(word.box());
    return new Word(word.text(), box, box.bottom(), word.size(), word.bold(), word.white());
  }

  private Box back(Box box) {
    return upwards
        ? new Box(box.y(), page.height() - box.right(), box.height(), box.width())
        : new Box(page.width() - box.bottom(), box.x(), box.height(), box.width());
  }
}
