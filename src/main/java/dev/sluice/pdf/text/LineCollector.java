package dev.sluice.pdf.text;

import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.order.PageLine;
import java.util.ArrayList;
import java.util.List;

/** Puts the glyphs of a page together to lines of words. */
final class LineCollector implements LineSink {

  private final List<PageLine> lines = new ArrayList<>();
  private final List<Word> line = new ArrayList<>();
  private final List<Boolean> spaced = new ArrayList<>();
  private final WordCollector collector = new WordCollector(this::word);
  private boolean afterSpace;
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

  @Override
  public void endLine() {
    collector.close();
    if (!line.isEmpty()) {
      lines.add(new PageLine(line, spaced, quarter));
      line.clear();
      spaced.clear();
    }
    afterSpace = false;
  }

  @Override
  public void breakLine() {
    // Lines are apart anyway.
  }

  private void word(Word word) {
    line.add(word);
    spaced.add(afterSpace);
    afterSpace = false;
  }
}
