package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins the lines of a table's body that are one row: cells may be wrapped. */
final class RowGrouping {

  /** Of the size of the letters: a line further down is a row of its own. */
  private static final float WRAPPED = 1.6f;

  /** Times the distance within a row: what the distance between two rows is at least. */
  private static final float WIDER = 1.18f;

  /** Of the size of the letters: lines as near overlap, and no row begins so near to another. */
  private static final float OVERLAP = 0.85f;

  private static final int RECENT = 8; // lines of a row that another may not go with

  private final List<GridLine> lines;
  private final List<Ruling> rules;
  private final float cut;
  private final boolean ruledRows;
  private final float[] ends;
  private final Set<Integer> starts;

  /** Takes its lines from top to bottom and the rulings across most of it. */
  RowGrouping(List<GridLine> lines, List<Ruling> rules) {
    this.lines = lines;
    this.rules = rules;
    this.cut = cut();
    this.ends = ends();
    this.starts = starts();
    this.ruledRows = hasRuledRows();
  }

  /** The lines of each row. */
  List<List<GridLine>> rows() {
    List<List<GridLine>> rows = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      if (at > 0 && isSameRow(rows.get(rows.size() - 1), at)) {
        rows.get(rows.size() - 1).add(lines.get(at));
      } else {
        rows.add(new ArrayList<>(List.of(lines.get(at))));
      }
    }
    return rows;
  }

  private boolean isSameRow(List<GridLine> row, int at) {
    if (isRuled(at)) {
      return false;
    }
    if (ruledRows) {
      return true;
    }
    if (distance(at) < OVERLAP && !bothHaveFigures(lines.get(at - 1), lines.get(at))) {
      return true;
    }
    GridLine line = lines.get(at);
    if (isOverAll(line) || isOverAll(lines.get(at - 1))) {
      return false;
    }
    List<GridLine> last = row.subList(Math.max(0, row.size() - RECENT), row.size());
    if (last.stream().anyMatch(above -> bothHaveFigures(above, line))
        || wouldHaveFitted(row.get(row.size() - 1), line)) {
      return false;
    }
    return cut > 0 ? isNear(at) && fits(row, at) : distance(at) <= WRAPPED && goesOn(row, line);
  }

  /** True for a name in the middle, over all columns. */
  private static boolean isOverAll(GridLine line) {
    return line.isLabel() && line.pieces().get(0).span() > 2;
  }

  /** What would have had room on the line above was not wrapped. */
  private boolean wouldHaveFitted(GridLine above, GridLine line) {
    for (GridPiece piece : line.pieces()) {
      GridPiece other = above.at(piece.from());
      if (other != null && piece.span() == 1 && other.span() == 1) {
        Word first = piece.words().get(0);
        float end = other.segment().right() + first.box().width();
        if (end + first.size() < ends[piece.from()]) {
          return true;
        }
      }
    }
    return false;
  }

  /** How far to the right the words of each column reach. */
  private float[] ends() {
    int columns = 0;
    for (GridLine line : lines) {
      columns = Math.max(columns, line.pieces().get(line.pieces().size() - 1).to());
    }
    float[] reach = new float[columns];
    for (GridLine line : lines) {
      for (GridPiece piece : line.pieces()) {
        if (piece.span() == 1) {
          float right = piece.segment().right();
          reach[piece.from()] = Math.max(reach[piece.from()], right);
        }
      }
    }
    return reach;
  }

  /** By what is written there, when all lines are equally far apart. */
  private boolean goesOn(List<GridLine> row, GridLine line) {
    GridLine above = row.get(row.size() - 1);
    if (!line.hasLabel()) {
      return line.figures() == 0 && row.get(0).hasLabel();
    }
    boolean labels = line.isLabel() || row.stream().allMatch(GridLine::isLabel);
    return labels
        && above.hasLabel()
        && !above.endsInColon()
        && (line.startsSmall() || isIndented(row.get(0), line) && !begins(line));
  }

  /** True when it begins where other rows do that are rows for sure. */
  private boolean begins(GridLine line) {
    return starts.contains(Math.round(line.line().box().x()));
  }

  /** Where lines begin, in points, that have figures, right below lines with figures. */
  private Set<Integer> starts() {
    Set<Integer> found = new HashSet<>();
    for (int at = 1; at < lines.size(); at++) {
      GridLine line = lines.get(at);
      if (line.hasLabel() && line.figures() > 0 && lines.get(at - 1).figures() > 0) {
        found.add(Math.round(line.line().box().x()));
      }
    }
    return found;
  }

  /** As lines after the first of a paragraph may be. */
  private static boolean isIndented(GridLine first, GridLine line) {
    float by = line.line().box().x() - first.line().box().x();
    return by > 0.4f * line.line().size() && by < 2.5f * line.line().size();
  }

  /** When rows are further apart than the lines in them: whether it is not a heading after all. */
  private boolean fits(List<GridLine> row, int at) {
    GridLine line = lines.get(at);
    boolean headsIt = row.stream().allMatch(GridLine::isLabel) && line.figures() > 0;
    boolean headsNext = line.isLabel() && at + 1 < lines.size() && isNear(at + 1);
    boolean mayHead = headsIt || headsNext && row.stream().anyMatch(it -> it.figures() > 0);
    return !mayHead || line.startsSmall();
  }

  private static boolean bothHaveFigures(GridLine above, GridLine below) {
    for (GridPiece piece : below.pieces()) {
      GridPiece other = above.at(piece.from());
      if (other != null && piece.isFigure() && other.isFigure()) {
        return true;
      }
    }
    return false;
  }

  private boolean isNear(int at) {
    return distance(at) <= cut;
  }

  private float distance(int at) {
    return LineSpacing.distance(lines.get(at - 1).line(), lines.get(at).line());
  }

  /** A ruling between this line and the one above. */
  private boolean isRuled(int at) {
    float from = lines.get(at - 1).line().middle();
    float to = lines.get(at).line().middle();
    return Rulings.between(from, to, rules).findAny().isPresent();
  }

  /** True when rulings part rows everywhere, so that lines between two of them are one row. */
  private boolean hasRuledRows() {
    int ruled = 0;
    int clashes = 0;
    for (int at = 1; at < lines.size(); at++) {
      GridLine above = lines.get(at - 1);
      GridLine line = lines.get(at);
      boolean here = isRuled(at);
      boolean names = above.hasLabel() && line.hasLabel() && wouldHaveFitted(above, line);
      ruled += here ? 1 : 0;
      clashes += !here && (names || bothHaveFigures(above, line)) ? 1 : 0;
    }
    return clashes <= 0.15f * lines.size() && ruled >= 2 && ruled >= 0.12f * (lines.size() - 1);
  }

  /** Between the distances within rows and between rows; 0 when they are all alike. */
  private float cut() {
    List<Float> distances = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      distances.add(distance(at));
    }
    distances.sort(Float::compare);
    float best = WIDER;
    float found = 0;
    for (int at = 1; at < distances.size(); at++) {
      float ratio = distances.get(at) / Math.max(0.1f, distances.get(at - 1));
      if (ratio > best && distances.get(at - 1) <= WRAPPED && distances.get(at - 1) > 0.7f) {
        best = ratio;
        found = (distances.get(at) + distances.get(at - 1)) / 2;
      }
    }
    return found;
  }
}
