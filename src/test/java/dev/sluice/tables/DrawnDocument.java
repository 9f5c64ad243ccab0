package dev.sluice.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A report with tables of known content between prose and other things that are no tables.
 *
 * @param tables page by page: what stands on two pages counts as two
 */
public record DrawnDocument(byte[] pdf, List<TrueTable> tables) {

  private static final float MARGIN = 56;

  /** The same one for the same seed. */
  public static DrawnDocument of(long seed) {
    return new Drawing(new Random(seed * 7919 + 13)).draw();
  }

  private static final class Drawing {

    private final Random random;
    private final Vocabulary says;
    private final Canvas canvas;
    private final List<TrueTable> tables = new ArrayList<>();
    private float y = MARGIN + 30;

    Drawing(Random random) {
      this.random = random;
      this.says = new Vocabulary(random);
      boolean landscape = random.nextInt(5) == 0;
      this.canvas = new Canvas(landscape, random.nextInt(8) == 0, random.nextBoolean());
    }

    DrawnDocument draw() {
      try (canvas) {
        switch (random.nextInt(5)) {
          case 0 -> inTwoColumns();
          case 1 -> overTwoPages();
          default -> inOneColumn();
        }
        return new DrawnDocument(canvas.pdf(), tables);
      }
    }

    private float width() {
      return canvas.width - 2 * MARGIN;
    }

    private float bottom() {
      return canvas.height - MARGIN;
    }

    private void inOneColumn() {
      marginals();
      Distraction distraction = new Distraction(canvas, random);
      y = prose(MARGIN, width(), y, 2 + random.nextInt(5));
      table(MARGIN, width(), 14);
      y = distraction.any(MARGIN, width(), y);
      if (random.nextBoolean() && y < bottom() - 150) {
        table(MARGIN, width(), (int) ((bottom() - y - 60) / 30));
      }
      while (y < bottom() - 60) {
        y = prose(MARGIN, width(), y, 3 + random.nextInt(4));
      }
    }

    private void inTwoColumns() {
      marginals();
      float column = (width() - 20) / 2;
      float first = y;
      y = prose(MARGIN, column, y, 8);
      table(MARGIN, column, 8);
      while (y < bottom() - 60) {
        y = prose(MARGIN, column, y, 6);
      }
      y = first;
      while (y < bottom() - 60) {
        y = prose(MARGIN + column + 20, column, y, 7);
      }
    }

    private void overTwoPages() {
      marginals();
      y = prose(MARGIN, width(), y, 12);
      Look look = Look.any(random);
      TableDrawing drawing = fitting(look, MARGIN, width(), 45);
      y = caption(y);
      y = drawing.draw(y, bottom() - 20, random.nextBoolean()) + 20;
      tables.addAll(drawing.tables());
      if (y < bottom() - 100) {
        y = prose(MARGIN, width(), y, 4);
      }
    }

    private void table(float left, float width, int rows) {
      Look look = Look.any(random);
      y = caption(y);
      TableDrawing drawing = fitting(look, left, width, Math.max(4, rows));
      y = drawing.draw(y, bottom() + 1000, false) + 12;
      tables.addAll(drawing.tables());
      if (random.nextBoolean()) {
        canvas.text(left, y, 7, false, "Source: " + says.sentence(8));
        y += 12;
      }
      y += random.nextInt(16);
    }

    private float caption(float at) {
      if (random.nextInt(4) == 0) {
        return at + 4;
      }
      canvas.text(MARGIN, at, 9, true, "Table " + (1 + tables.size()) + ". " + says.sentence(6));
      return at + 6 + random.nextInt(10);
    }

    private TableDrawing fitting(Look look, float left, float width, int rows) {
      for (int columns = 8; ; columns--) {
        TableContent content = new TableContent(random, look, Math.max(2, columns), rows);
        TableDrawing drawing = new TableDrawing(canvas, look, content, left, width);
        if (drawing.fits(width) || columns < -40) {
          return drawing;
        }
      }
    }

    private void marginals() {
      canvas.text(MARGIN, 40, 8, false, "Annual report " + (2000 + random.nextInt(15)));
      canvas.text(
          canvas.width - MARGIN - 10, canvas.height - 30, 8, false, "" + random.nextInt(90));
      if (random.nextBoolean()) {
        canvas.line(MARGIN, 46, canvas.width - MARGIN, 46);
      }
    }

    private float prose(float left, float width, float from, int lines) {
      float size = 9 + random.nextInt(3);
      float at = from + size;
      String text = says.sentence((int) (lines * width / size / 3));
      for (String line : canvas.wrapped(text, size, false, width)) {
        if (at > bottom()) {
          break;
        }
        canvas.text(left, at, size, false, line);
        at += size * 1.2f;
      }
      return at + size * 0.6f;
    }
  }
}
