package dev.sluice.pdf.text;

import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.order.PageLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Puts the glyphs of a page together to lines of words. */
final class LineCollector implements LineSink {

  /** Of the size of the type: words that share more of a line lie upon each other. */
  private static final float OVERLAP = 0.3f;

  private final List<PageLine> lines = new ArrayList<>();
  private final List<Word> line = new ArrayList<>();
  private final List<Boolean> spaced = new ArrayList<>();
  private final WordCollector collector = new WordCollector(this::word);
  private boolean afterSpace;
  private boolean jumped;
  private int quarter;

  /** In the order of drawing. */
  List<PageLine> lines() {
    return lines;
  }

  @Override
  public void glyph(Glyph glyph) {
    if (line.isEmpty()) {
      quarter = glyph.style.quarter();
    }
    if (collector.add(glyph)) {
      afterSpace = true;
    }
  }

  @Override
  public void gap() {
    collector.close();
    afterSpace = true;
  }

  /** What is drawn farther left is read first. */
  @Override
  public void jumpBack() {
    gap();
    jumped = true;
  }

  @Override
  public void endLine() {
    collector.close();
    if (!line.isEmpty()) {
      if (jumped) {
        sort();
      }
      lines.add(new PageLine(line, spaced, quarter));
      line.clear();
      spaced.clear();
    }
    afterSpace = false;
    jumped = false;
  }

  @Override
  public void breakLine() {
    // Lines are apart anyway.
  }

  private void word(Word word) {
    line.add(word);
    spaced.add(afterSpace || isApart(line.size() - 1));
    afterSpace = false;
  }

  private boolean isApart(int at) {
    if (at == 0) {
      return false;
    }
    Word before = line.get(at - 1);
    boolean beforeIsMark =
        at == 1 || spaced.get(at - 1) && FootnoteMarks.isBehind(line.get(at - 2), before);
    return FootnoteMarks.isBehind(before, line.get(at))
        || beforeIsMark && FootnoteMarks.isBefore(before, line.get(at));
  }

  /** From left to right; text that runs from right to left is put in order as a whole. */
  private void sort() {
    if (quarter != 0 || line.stream().anyMatch(LineCollector::runsLeft)) {
      return;
    }
    List<List<Word>> pieces = new ArrayList<>();
    for (int at = 0; at < line.size(); at++) {
      if (at == 0 || spaced.get(at)) {
        pieces.add(new ArrayList<>());
      }
      pieces.get(pieces.size() - 1).add(line.get(at));
    }
    pieces.sort(Comparator.comparing(piece -> piece.get(0).box().x()));
    if (overlap(pieces)) {
      return; // one text over another
    }
    line.clear();
    spaced.clear();
    for (List<Word> piece : pieces) {
      line.addAll(piece);
      spaced.add(true);
      spaced.addAll(Collections.nCopies(piece.size() - 1, false));
    }
  }

  private static boolean overlap(List<List<Word>> pieces) {
    for (int at = 1; at < pieces.size(); at++) {
      List<Word> before = pieces.get(at - 1);
      Word last = before.get(before.size() - 1);
      if (pieces.get(at).get(0).box().x() < last.box().right() - OVERLAP * last.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsLeft(Word word) {
    return word.text().codePoints().anyMatch(LogicalText::runsLeft);
  }
}
