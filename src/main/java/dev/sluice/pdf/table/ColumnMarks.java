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

  static RegionGrid merged(RegionGrid grid) {
    RegionGrid merged = grid;
    for (int column = grid.columns().count() - 1; column >= 0; column--) {
      int count = merged.columns().count();
      if (count > 1 && column + 1 < count && isOnly(column, merged, BEFORE)) {
        merged = merged.merged(column);
      } else if (count > 1 && column > 1 && isOnly(column, merged, BEHIND)) {
        merged = merged.merged(column - 1);
      }
    }
    return merged;
  }

  private static boolean isOnly(int column, RegionGrid grid, Pattern marks) {
    List<GridPiece> pieces =
        grid.lines().stream()
            .map(line -> line.at(column))
            .filter(Objects::nonNull)
            .filter(piece -> piece.span() == 1)
            .toList();
    return !pieces.isEmpty()
        && pieces.stream().allMatch(piece -> marks.matcher(piece.text()).matches());
  }
}
