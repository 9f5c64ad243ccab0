package dev.sluice.pdf.table;

import java.util.List;

/** A line of a table and what it has in the columns. */
record GridLine(SegmentedLine line, List<GridPiece> pieces) {

  /** True when there is nothing but a name in the first column. */
  boolean isLabel() {
    return pieces.size() == 1 && pieces.get(0).from() == 0;
  }

  boolean hasLabel() {
    return pieces.get(0).from() == 0;
  }

  /** The piece that stands in this column; null when there is none. */
  GridPiece at(int column) {
    for (GridPiece piece : pieces) {
      if (piece.from() <= column && column < piece.to()) {
        return piece;
      }
    }
    return null;
  }

  /** In columns behind the first. */
  long figures() {
    return pieces.stream().filter(piece -> piece.from() > 0 && piece.isFigure()).count();
  }

  /** True for a name with a colon, which says that others follow. */
  boolean endsInColon() {
    return pieces.get(pieces.size() - 1).text().endsWith(":");
  }

  /** True when its first letter is a small one, as in the middle of a sentence. */
  boolean startsSmall() {
    return Character.isLowerCase(pieces.get(0).text().codePointAt(0));
  }
}
