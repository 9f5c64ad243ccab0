package dev.sluice.pdf.table;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Joins columns that hold nothing but marks, such as currency signs, with those they belong to. */
final class ColumnMarks {

  private static final Pattern BEFORE = Pattern.compile("[$€£¥]|[•●▪-]");
  private static final Pattern BEHIND =
      Pattern.compile("[%*†‡)]+|[(]?[a-z][)]|\\(\\d\\)|[¹²³]|/\\d|\\d/");

  private ColumnMarks() {}

  static RegionColumns merged(RegionColumns columns, TableRegion region) {
    RegionColumns merged = columns;
    for (int column = columns.count() - 1; column >= 0 && merged.count() > 1; column--) {
      if (column + 1 < merged.count() && isOnly(column, merged, region, BEFORE)) {
        merged = merged.merged(column);
      } else if (column > 1 && isOnly(column, merged, region, BEHIND)) {
        merged = merged.merged(column - 1);
      }
    }
    return merged;
  }

  private static boolean isOnly(
      int column, RegionColumns columns, TableRegion region, Pattern marks) {
    List<GridPiece> pieces =
        region.lines().stream()
            .map(line -> new GridLine(line, GridPiece.of(line, columns)).at(column))
            .filter(Objects::nonNull)
            .filter(piece -> piece.span() == 1)
            .toList();
    return !pieces.isEmpty()
        && pieces.stream().allMatch(piece -> marks.matcher(piece.text()).matches());
  }
}
