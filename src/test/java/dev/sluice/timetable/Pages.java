package dev.sluice.timetable;

import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;

/** Pages as a parser gives them, for tests that need no PDF. */
final class Pages {

  private static final float COLUMN = 80;
  private static final float LEADING = 12;
  private static final float SIZE = 10;
  private static final float CHARACTER = 5;

  private Pages() {}

  /** A page with text and without blocks. */
  static PageContent page(int number, String text, Table... tables) {
    return new PageContent(text(number, text), List.of(), List.of(tables), List.of());
  }

  /** The same page as OCR has read it. */
  static PageContent byOcr(PageContent page) {
    List<Flag> flags = List.of(new Flag(page.page().number(), Flag.OCR, "Read by OCR."));
    return new PageContent(page.page(), page.blocks(), page.tables(), flags);
  }

  /** A page each line of whose text is a paragraph, the first one at the top. */
  static PageContent paragraphs(int number, float leading, String text, Table... tables) {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (String line : text.split("\n")) {
      Box box = new Box(36, 20 + blocks.size() * leading, 200, LEADING);
      int to = from + line.length();
      blocks.add(new Block(Block.Kind.PARAGRAPH, 0, from, to, box, SIZE, false));
      from = to + 1;
    }
    return new PageContent(text(number, text), blocks, List.of(tables), List.of());
  }

  /** Cells are separated by bars, their lines by slashes; what is behind a caret is white. */
  static Table table(int page, float top, String... rows) {
    int columns = rows[0].split("\\|", -1).length;
    List<Cell> cells = new ArrayList<>();
    float y = top;
    for (int row = 0; row < rows.length; row++) {
      String[] texts = rows[row].split("\\|", -1);
      int lines = 1;
      for (String text : texts) {
        lines = Math.max(lines, text.split("/", -1).length);
      }
      for (int column = 0; column < columns; column++) {
        Box box = new Box(column * COLUMN, y, COLUMN, lines * LEADING);
        String text = texts[column].replace('/', '\n').replace('^', ' ');
        cells.add(new Cell(row, column, 1, 1, box, text, words(box, texts[column])));
      }
      y += lines * LEADING;
    }
    List<Float> edges = new ArrayList<>();
    for (int edge = 0; edge <= columns; edge++) {
      edges.add(edge * COLUMN);
    }
    Box box = new Box(0, top, columns * COLUMN, y - top);
    return new Table(page, box, true, rows.length, columns, 0, edges, cells);
  }

  private static List<Word> words(Box cell, String text) {
    List<Word> words = new ArrayList<>();
    String[] lines = text.split("/", -1);
    for (int line = 0; line < lines.length; line++) {
      float x = cell.x() + 2;
      for (String printed : lines[line].replace("^", " ^").split(" ")) {
        boolean white = printed.startsWith("^");
        String word = white ? printed.substring(1) : printed;
        if (!word.isEmpty()) {
          Box box = new Box(x, cell.y() + line * LEADING, CHARACTER * word.length(), LEADING);
          words.add(new Word(word, box, box.y() + SIZE, SIZE, false, white));
        }
        x += 1;
      }
    }
    return words;
  }

  private static PageText text(int number, String text) {
    return new PageText(number, 842, 595, 0, text);
  }
}
