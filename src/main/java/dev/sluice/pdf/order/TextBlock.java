package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.List;

/** Lines that belong together. */
final class TextBlock {

  final List<PageLine> lines = new ArrayList<>();
  Block.Kind kind = Block.Kind.PARAGRAPH;
  int level;

  TextBlock(PageLine first) {
    lines.add(first);
  }

  PageLine first() {
    return lines.get(0);
  }

  PageLine last() {
    return lines.get(lines.size() - 1);
  }

  Box box() {
    return lines.stream().map(PageLine::box).reduce(Box::around).orElseThrow();
  }

  /** Where it stands when the page is turned so that it is level. */
  Box leveled() {
    return lines.stream().map(PageLine::level).reduce(Box::around).orElseThrow();
  }

  int length() {
    return lines.stream().mapToInt(line -> line.text().length()).sum();
  }

  /** Of its longest line. */
  float size() {
    PageLine longest = first();
    for (PageLine line : lines) {
      longest = line.text().length() > longest.text().length() ? line : longest;
    }
    return longest.size();
  }

  boolean bold() {
    return 2 * lines.stream().filter(PageLine::bold).count() > lines.size();
  }
}
