package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.List;

/**
 * Lines that may be a table.
 *
 * @param framed true when more than its words says that it is one: rulings, or a title above it
 * @param rulings of the page that lie in it
 */
record TableRegion(List<SegmentedLine> lines, boolean framed, Rulings rulings) {

  Box box() {
    return SegmentedLine.around(lines);
  }

  float size() {
    List<Float> sizes = lines.stream().map(SegmentedLine::size).sorted().toList();
    return sizes.get(sizes.size() / 2);
  }

  List<Word> words() {
    return lines.stream().flatMap(line -> line.words().stream()).toList();
  }
}
