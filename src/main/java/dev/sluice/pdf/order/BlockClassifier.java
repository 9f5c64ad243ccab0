package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Block.Kind;
import dev.sluice.pdf.content.Box;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells headings, items of lists and what stands in the margins from paragraphs. */
final class BlockClassifier {

  /** Of the page's height: how far running heads and feet are from its edges at most. */
  private static final float MARGIN = 0.08f;

  private static final int MAX_HEADING = 200;
  private static final int MAX_HEADING_LINES = 3;
  private static final float[] HEADINGS = {1.8f, 1.4f, 1.15f};
  private static final int BOLD_HEADING = 4;
  private static final int MAX_LEVEL = 6;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?i)\\W*(page\\s+)?(\\d{1,5}|[ivxlc]{1,7})(\\s*(/|of)\\s*\\d{1,5})?\\W*");

  private final List<TextBlock> blocks;
  private final float height;
  private final float bodySize;
  private final boolean bodyIsBold;
  private final TreeSet<Integer> indents = new TreeSet<>();

  /** Takes the height of the page as it is shown. */
  BlockClassifier(List<TextBlock> blocks, float height) {
    this.blocks = blocks;
    this.height = height;
    this.bodySize = bodySize();
    this.bodyIsBold =
        blocks.stream().filter(TextBlock::bold).mapToInt(TextBlock::length).sum() * 2
            > blocks.stream().mapToInt(TextBlock::length).sum();
  }

  void mark() {
    for (TextBlock block : blocks) {
      if (block.kind == Kind.PARAGRAPH) {
        block.kind = kind(block);
      }
      if (block.kind == Kind.LIST_ITEM) {
        indents.add(indent(block));
      }
    }
    for (TextBlock block : blocks) {
      if (block.kind == Kind.HEADING) {
        block.level = headingLevel(block);
      } else if (block.kind == Kind.LIST_ITEM) {
        block.level = Math.min(MAX_LEVEL, indents.headSet(indent(block), true).size());
      }
    }
  }

  private Kind kind(TextBlock block) {
    if (isMargin(block)) {
      return Kind.MARGIN;
    }
    if (isHeading(block)) {
      return Kind.HEADING;
    }
    return ListMarks.begins(block.first().text()) ? Kind.LIST_ITEM : Kind.PARAGRAPH;
  }

  private boolean isMargin(TextBlock block) {
    Box box = block.box();
    boolean outside = box.bottom() < MARGIN * height || box.y() > (1 - MARGIN) * height;
    if (!outside || block.lines.size() > 1 || blocks.size() == 1) {
      return false;
    }
    boolean small = block.size() <= 1.05f * bodySize && block.length() <= 100;
    return PAGE_NUMBER.matcher(block.first().text()).matches() || small && !block.bold();
  }

  private boolean isHeading(TextBlock block) {
    return block.lines.size() <= MAX_HEADING_LINES
        && block.length() <= MAX_HEADING
        && blocks.size() > 1
        && hasLetters(block)
        && headingLevel(block) > 0;
  }

  private static boolean hasLetters(TextBlock block) {
    return block.first().text().codePoints().filter(Character::isLetter).count() >= 2;
  }

  /** 0 when it looks like the body. */
  private int headingLevel(TextBlock block) {
    float ratio = block.size() / bodySize;
    for (int at = 0; at < HEADINGS.length; at++) {
      if (ratio >= HEADINGS[at]) {
        return at + 1;
      }
    }
    String text = block.last().text();
    boolean ends = text.endsWith(".") || text.endsWith(",") || text.endsWith(";");
    return block.bold() && !bodyIsBold && !ends && ratio > 0.9f ? BOLD_HEADING : 0;
  }

  /** By which most of the page's letters are set. */
  private float bodySize() {
    Map<Float, Integer> lengths = new TreeMap<>();
    for (TextBlock block : blocks) {
      for (PageLine line : block.lines) {
        lengths.merge(Math.round(2 * line.size()) / 2f, line.text().length(), Integer::sum);
      }
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(size -> size > 0)
        .orElse(10f);
  }

  /** In steps of 9 points. */
  private static int indent(TextBlock block) {
    return Math.round(block.first().level().x() / 9);
  }
}
