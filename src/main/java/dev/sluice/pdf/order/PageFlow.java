package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a page as it is read.
 *
 * @param blocks of the text, in its order
 */
public record PageFlow(String text, List<Block> blocks) {

  /** Beyond it a page is a drawing, whose lines stay as they are drawn. */
  private static final int MAX_LINES = 5000;

  /** Within a line it is a hyphen like others, as it is seen there. */
  private static final char SOFT_HYPHEN = '\u00AD';

  /** Makes its list unchangeable. */
  public PageFlow {
    blocks = List.copyOf(blocks);
  }

  /** Takes lines in the order of drawing, and the height of the page as it is shown in points. */
  public static PageFlow of(List<PageLine> drawn, List<Table> tables, float height) {
    if (drawn.size() > MAX_LINES) {
      return asDrawn(drawn);
    }
    List<TextBlock> blocks = new ArrayList<>();
    int main = mainQuarter(drawn);
    for (int turn = 0; turn < 4; turn++) {
      int quarter = (main + turn) % 4;
      blocks.addAll(
          inOrder(drawn.stream().filter(line -> line.quarter() == quarter).toList(), tables));
    }
    new BlockClassifier(blocks, height).mark();
    return written(blocks, drawn);
  }

  private static PageFlow asDrawn(List<PageLine> drawn) {
    return new PageFlow(String.join("\n", drawn.stream().map(PageLine::text).toList()), List.of());
  }

  private static List<TextBlock> inOrder(List<PageLine> lines, List<Table> tables) {
    if (lines.isEmpty()) {
      return List.of();
    }
    boolean runsLeft = 2 * lines.stream().filter(PageLine::runsLeft).count() > lines.size();
    List<PageLine> columns = tables.isEmpty() ? ColumnCorrection.inOrder(lines, runsLeft) : lines;
    return ReadingOrder.of(Paragraphs.of(columns, tables), runsLeft);
  }

  /** In which most words are written. */
  private static int mainQuarter(List<PageLine> lines) {
    int[] words = new int[4];
    for (PageLine line : lines) {
      words[line.quarter()] += line.words().size();
    }
    int main = 0;
    for (int quarter = 1; quarter < 4; quarter++) {
      main = words[quarter] > words[main] ? quarter : main;
    }
    return main;
  }

  private static PageFlow written(List<TextBlock> blocks, List<PageLine> lines) {
    HyphenJoiner joiner = new HyphenJoiner(lines.stream().map(PageLine::text).toList());
    StringBuilder text = new StringBuilder();
    List<Block> written = new ArrayList<>();
    for (TextBlock block : blocks) {
      text.append(text.isEmpty() ? "" : "\n");
      int from = text.length();
      write(block, from, joiner, text);
      written.add(
          new Block(
              block.kind,
              block.level,
              from,
              text.length(),
              block.box(),
              block.size(),
              block.bold()));
    }
    return new PageFlow(text.toString().replace(SOFT_HYPHEN, '-'), written);
  }

  private static void write(TextBlock block, int from, HyphenJoiner joiner, StringBuilder text) {
    PageLine before = null;
    for (PageLine line : block.lines) {
      boolean beside =
          before != null && Math.abs(line.baseline() - before.baseline()) < 0.3f * line.size();
      if (block.kind == Block.Kind.TABLE) {
        text.append(before == null ? "" : "\n").append(line.text());
      } else if (beside) {
        text.append(' ').append(line.text());
      } else {
        joiner.append(text, from, line.text());
      }
      before = line;
    }
  }
}
