package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Table;
import java.util.ArrayList;
import java.util.List;

/** Puts lines that follow each other together to blocks, by where they stand and how they look. */
final class Paragraphs {

  /** Of the size of the letters: the most from baseline to baseline within a paragraph. */
  private static final float MAX_LEADING = 1.75f;

  private static final float LIKE_LEADING = 1.2f;
  private static final float LIKE_SIZE = 0.12f;

  /** Of the size of the letters. */
  private static final float INDENT = 0.8f;

  private Paragraphs() {}

  static List<TextBlock> of(List<PageLine> lines, List<Table> tables) {
    List<TextBlock> blocks = new ArrayList<>();
    Table tableBefore = null;
    for (PageLine line : lines) {
      Table table = around(line.box(), tables);
      TextBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      boolean goesOn =
          last != null && table == tableBefore && (table != null || continues(last, line));
      if (goesOn) {
        last.lines.add(line);
      } else {
        blocks.add(block(line, table));
      }
      tableBefore = table;
    }
    return blocks;
  }

  private static TextBlock block(PageLine line, Table table) {
    TextBlock block = new TextBlock(line);
    if (table != null) {
      block.kind = Block.Kind.TABLE;
    }
    return block;
  }

  private static Table around(Box line, List<Table> tables) {
    float x = line.x() + line.width() / 2;
    float y = line.y() + line.height() / 2;
    for (Table table : tables) {
      Box box = table.box();
      if (x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom()) {
        return table;
      }
    }
    return null;
  }

  private static boolean continues(TextBlock block, PageLine line) {
    PageLine last = block.last();
    float step = line.baseline() - last.baseline();
    float size = Math.max(line.size(), last.size());
    return last.quarter() == line.quarter()
        && last.bold() == line.bold()
        && Math.abs(line.size() - last.size()) <= LIKE_SIZE * size
        && (step > 0.3f * size ? isBelow(block, line, step) : isBeside(last, line, step))
        && !ListMarks.begins(line.text());
  }

  private static boolean isBelow(TextBlock block, PageLine line, float step) {
    PageLine last = block.last();
    Box box = line.level();
    Box before = last.level();
    boolean overlap = box.x() < before.right() && before.x() < box.right();
    return overlap
        && step <= MAX_LEADING * line.size()
        && step <= LIKE_LEADING * leading(block, step)
        && !isIndented(block, box, line);
  }

  /** Of its last two lines. */
  private static float leading(TextBlock block, float otherwise) {
    int lines = block.lines.size();
    float leading =
        lines < 2 ? otherwise : block.last().baseline() - block.lines.get(lines - 2).baseline();
    return leading <= 0 ? otherwise : leading;
  }

  /** The first line of the next paragraph; in a list all lines but the first are indented. */
  private static boolean isIndented(TextBlock block, Box box, PageLine line) {
    float indent = INDENT * line.size();
    boolean behindFirst = block.lines.size() > 1;
    return behindFirst
        && !line.runsLeft()
        && box.x() - block.last().level().x() > indent
        && box.x() - block.last().level().x() < 6 * indent;
  }

  /** Parts of one line that are drawn one after the other. */
  private static boolean isBeside(PageLine last, PageLine line, float step) {
    float gap = line.level().x() - last.level().right();
    return Math.abs(step) <= 0.3f * line.size() && gap > -line.size() && gap < 2 * line.size();
  }
}
