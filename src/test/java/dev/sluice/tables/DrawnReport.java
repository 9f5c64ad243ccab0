package dev.sluice.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws pages of official reports, whose tables have stacked headers and few lines. They stand
 * beside each other, in a column of prose, or across two columns, with titles of several lines and
 * notes below.
 */
final class DrawnReport {

  private static final float MARGIN = 50;
  private static final float GUTTER = 22;

  private final Random random;
  private final Vocabulary says;
  private final Canvas canvas;
  private final List<TrueTable> tables = new ArrayList<>();

  private DrawnReport(Random random) {
    this.random = random;
    this.says = new Vocabulary(random);
    this.canvas = new Canvas(random.nextInt(4) == 0, false, random.nextBoolean());
  }

  /** The same one for the same seed. */
  static DrawnDocument of(long seed) {
    return new DrawnReport(new Random(seed * 6007 + 5)).draw();
  }

  private DrawnDocument draw() {
    try (canvas) {
      canvas.text(MARGIN, 36, 8, false, says.sentence(4));
      canvas.text(canvas.width - MARGIN - 10, canvas.height - 28, 8, false, "17");
      switch (random.nextInt(5)) {
        case 0 -> sideBySide();
        case 1 -> inAColumn();
        case 2 -> acrossColumns();
        default -> oneBelowTheOther();
      }
      return new DrawnDocument(canvas.pdf(), tables);
    }
  }

  private float width() {
    return canvas.width - 2 * MARGIN;
  }

  private float column() {
    return (width() - GUTTER) / 2;
  }

  private float bottom() {
    return canvas.height - MARGIN;
  }

  private void oneBelowTheOther() {
    float y = prose(MARGIN, width(), 60, 60 + random.nextInt(60));
    while (y < bottom() - 170) {
      y = table(MARGIN, width(), y, 8, (int) ((bottom() - y - 110) / 20));
    }
    prose(MARGIN, width(), y, bottom());
  }

  private void sideBySide() {
    float y = prose(MARGIN, width(), 60, 120);
    float left = table(MARGIN, column(), y, 4, 14);
    float right = table(MARGIN + column() + GUTTER, column(), y, 4, 14);
    prose(MARGIN, width(), Math.max(left, right) + 8, bottom());
  }

  private void inAColumn() {
    boolean onTheLeft = random.nextBoolean();
    float first = onTheLeft ? MARGIN : MARGIN + column() + GUTTER;
    float second = onTheLeft ? MARGIN + column() + GUTTER : MARGIN;
    float y = prose(first, column(), 60, 60 + random.nextInt(150));
    y = table(first, column(), y, 4, 12);
    prose(first, column(), y + 6, bottom());
    prose(second, column(), 60, bottom());
  }

  private void acrossColumns() {
    float to = 60 + random.nextInt(160);
    prose(MARGIN, column(), 60, to);
    float y = prose(MARGIN + column() + GUTTER, column(), 60, to) + 6;
    y = table(MARGIN, width(), y, 8, (int) ((bottom() - y - 150) / 20)) + 8;
    prose(MARGIN, column(), y, bottom());
    prose(MARGIN + column() + GUTTER, column(), y, bottom());
  }

  private float table(float left, float width, float from, int columns, int rows) {
    float y = title(left, width, from);
    ReportLook look = ReportLook.any(random);
    ReportTable table = null;
    for (int limit = columns; table == null || !table.fits() && limit > -30; limit--) {
      ReportContent content =
          new ReportContent(random, look.levels(), Math.max(3, limit), Math.max(6, rows));
      table = new ReportTable(canvas, look, content, left, width);
    }
    y = table.draw(y);
    tables.add(table.table());
    return notes(left, width, y);
  }

  private float title(float left, float width, float from) {
    float y = from + 14;
    if (random.nextInt(4) > 0) {
      String text = "Table " + (1 + tables.size()) + ". " + says.words(5 + random.nextInt(8));
      for (String line : canvas.wrapped(text, 9, true, width)) {
        canvas.text(left, y, 9, true, line);
        y += 11;
      }
    }
    if (random.nextInt(3) == 0) {
      String unit = "(in millions of euro)";
      float x = random.nextBoolean() ? left : left + width - canvas.widthOf(unit, 7, false);
      canvas.text(x, y, 7, false, unit);
      y += 9;
    }
    return y - 2 + random.nextInt(6);
  }

  private float notes(float left, float width, float from) {
    float y = from + 8;
    for (int note = random.nextInt(4); note > 0; note--) {
      String text = note == 1 ? "Source: " : note + " ";
      for (String line : canvas.wrapped(text + says.sentence(12), 7, false, width)) {
        canvas.text(left, y, 7, false, line);
        y += 8.5f;
      }
    }
    return y + 4 + random.nextInt(20);
  }

  private float prose(float left, float width, float from, float to) {
    float size = 9 + random.nextInt(2);
    float y = from + size;
    while (y < to) {
      for (String line : canvas.wrapped(says.sentence(60), size, false, width)) {
        if (y > to) {
          break;
        }
        canvas.text(left, y, size, false, line);
        y += size * 1.2f;
      }
      y += size * 0.5f;
    }
    return y;
  }
}
