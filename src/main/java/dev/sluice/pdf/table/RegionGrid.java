package dev.sluice.pdf.table;

import java.util.List;

/** The columns of a region, and what each of its lines has in them. */
record RegionGrid(TableRegion region, RegionColumns columns, List<GridLine> lines) {

  static RegionGrid of(TableRegion region, RegionColumns columns) {
    List<GridLine> lines =
        region.lines().stream()
            .map(line -> new GridLine(line, GridPiece.of(line, columns)))
            .toList();
    return new RegionGrid(region, columns, lines);
  }

  /** With the column and the one right of it as one. */
  RegionGrid merged(int column) {
    return of(region, columns.merged(column));
  }
}
