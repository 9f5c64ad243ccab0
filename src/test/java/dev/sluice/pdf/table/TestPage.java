package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page to put words and lines on, an A4 one; letters are half as wide as they are high. */
final class TestPage {

  private final List<Word> words = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private float size = 10;
  private boolean bold;
  private boolean white;

  TestPage size(float points) {
    size = points;
    return this;
  }

  TestPage bold(boolean on) {
    bold = on;
    return this;
  }

  TestPage white(boolean on) {
    white = on;
    return this;
  }

  /** Words with spaces between them, from x on the baseline. */
  TestPage text(float x, float baseline, String text) {
    float at = x;
    for (String word : text.split(" ")) {
      float width = word.length() * size / 2;
      Box box = new Box(at, baseline - 0.75f * size, width, 0.95f * size);
      words.add(new Word(word, box, baseline, size, bold, white));
      at += width + 0.3f * size;
    }
    return this;
  }

  /** Words that end at x. */
  TestPage right(float x, float baseline, String text) {
    long spaces = text.chars().filter(c -> c == ' ').count();
    float width = (text.length() - spaces) * size / 2 + spaces * 0.3f * size;
    return text(x - width, baseline, text);
  }

  /** A horizontal line. */
  TestPage across(float y, float from, float to) {
    rulings.add(new Ruling(from, y, to, y, 0.5f));
    return this;
  }

  /** A vertical line. */
  TestPage down(float x, float from, float to) {
    rulings.add(new Ruling(x, from, x, to, 0.5f));
    return this;
  }

  /** The edges of an area without lines. */
  TestPage area(float left, float top, float right, float bottom) {
    rulings.add(new Ruling(left, top, right, top, 0));
    rulings.add(new Ruling(left, bottom, right, bottom, 0));
    rulings.add(new Ruling(left, top, left, bottom, 0));
    rulings.add(new Ruling(right, top, right, bottom, 0));
    return this;
  }

  /** Lines for all edges. */
  TestPage grid(float[] xs, float[] ys) {
    for (float y : ys) {
      across(y, xs[0], xs[xs.length - 1]);
    }
    for (float x : xs) {
      down(x, ys[0], ys[ys.length - 1]);
    }
    return this;
  }

  PageLayout layout() {
    return new PageLayout(1, 595, 842, words, rulings);
  }

  List<Table> tables() {
    return new TableFinder().find(layout()).tables();
  }

  /** The texts of a table row by row; a cell that covers several places is in its first. */
  static String[][] texts(Table table) {
    String[][] texts = new String[table.rows()][table.columns()];
    for (String[] row : texts) {
      Arrays.fill(row, "");
    }
    table.cells().forEach(cell -> texts[cell.row()][cell.column()] = cell.text());
    return texts;
  }
}
