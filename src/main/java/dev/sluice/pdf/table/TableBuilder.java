package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import java.util.ArrayList;
import java.util.List;

/** Puts tables together. */
final class TableBuilder {

  private TableBuilder() {}

  static Table ruled(int page, Lattice lattice, List<Cell> cells) {
    List<Float> edges = new ArrayList<>();
    for (int edge = 0; edge <= lattice.columns(); edge++) {
      edges.add(lattice.x(edge));
    }
    int headers = HeaderRows.count(lattice.rows(), cells);
    return new Table(
        page, lattice.box(), true, lattice.rows(), lattice.columns(), headers, edges, cells);
  }
}
