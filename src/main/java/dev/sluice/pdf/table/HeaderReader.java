package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines above a table's body: headers on several lines and headers over columns. */
final class HeaderReader {

  /** Of the size of the letters: a line further down is another header. */
  private static final float WRAPPED = 1.9f;

  /** A header and the lines it takes. */
  static final class HeaderPart {
    int from;
    int to;
    int first;
    int last;
    int row;
    int toRow;
    final List<Word> words = new ArrayList<>();

    boolean overlaps(HeaderPart other) {
      return from < other.to && other.from < to;
    }
  }

  private final List<GridLine> lines;
  private final RegionColumns columns;
  private final List<Ruling> rulings;

  /** Takes its lines from top to bottom and the horizontal rulings as they are drawn. */
  HeaderReader(List<GridLine> lines, RegionColumns columns, List<Ruling> rulings) {
    this.lines = lines;
    this.columns = columns;
    this.rulings = rulings;
  }

  /** From top to bottom, each with its row. */
  List<HeaderPart> parts() {
    List<HeaderPart> parts = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      for (GridPiece piece : lines.get(at).pieces()) {
        GridPiece wide = widened(piece, at);
        HeaderPart above = above(wide, at, parts);
        (above == null ? open(wide, at, parts) : above).words.addAll(wide.words());
        if (above != null) {
          above.last = at;
        }
      }
    }
    place(parts);
    return parts;
  }

  static int rows(List<HeaderPart> parts) {
    return parts.stream().mapToInt(part -> part.toRow).max().orElse(0);
  }

  private static HeaderPart open(GridPiece piece, int at, List<HeaderPart> parts) {
    HeaderPart part = new HeaderPart();
    part.from = piece.from();
    part.to = piece.to();
    part.first = at;
    part.last = at;
    parts.add(part);
    return part;
  }

  /** What this goes on from: over the same columns, near, with no line between. */
  private HeaderPart above(GridPiece piece, int at, List<HeaderPart> parts) {
    HeaderPart found = null;
    for (HeaderPart part : parts) {
      boolean same = part.from == piece.from() && part.to == piece.to();
      if (part.last < at && part.from < piece.to() && piece.from() < part.to) {
        found = same && isNear(part.last, at) && !isRuled(part, at) ? part : null;
      }
    }
    return found;
  }

  private boolean isNear(int upper, int lower) {
    return LineSpacing.distance(lines.get(upper).line(), lines.get(lower).line()) <= WRAPPED;
  }

  private boolean isRuled(HeaderPart part, int at) {
    float from = lines.get(part.last).line().middle();
    float to = lines.get(at).line().middle();
    float x = (columns.edge(part.from) + columns.edge(part.to)) / 2;
    return Rulings.between(from, to, rulings).anyMatch(it -> it.x1() <= x && it.x2() >= x);
  }

  /** Over all columns that it stands above: those of the line drawn below it, or in its middle. */
  private GridPiece widened(GridPiece piece, int at) {
    if (at + 1 >= lines.size() || piece.from() == 0) {
      return piece;
    }
    Ruling line = lineBelow(piece, at);
    if (line != null) {
      int from = columns.at(line.x1(), line.x1() + 4);
      int to = columns.at(line.x2() - 4, line.x2()) + 1;
      boolean free = isFree(from, to, piece, at);
      return free && from < to ? new GridPiece(from, to, piece.segment()) : piece;
    }
    return centred(piece, at);
  }

  /** The line below that is not as wide as the table. */
  private Ruling lineBelow(GridPiece piece, int at) {
    float from = lines.get(at).line().middle();
    float to = lines.get(at + 1).line().middle();
    float x = piece.segment().center();
    float limit = 0.85f * (columns.right() - columns.left());
    return Rulings.between(from, to, rulings)
        .filter(it -> it.length() < limit)
        .filter(it -> it.x1() <= x && it.x2() >= x)
        .findFirst()
        .orElse(null);
  }

  private GridPiece centred(GridPiece piece, int at) {
    Segment segment = piece.segment();
    GridPiece best = piece;
    float nearest = off(piece, segment) - segment.size();
    for (int from = piece.from(); from >= 1; from--) {
      for (int to = Math.max(piece.to(), from + 2); to <= columns.count(); to++) {
        GridPiece wider = new GridPiece(from, to, piece.segment());
        if (off(wider, segment) < nearest && isFree(from, to, piece, at) && isHead(wider, at)) {
          best = wider;
          nearest = off(wider, segment);
        }
      }
    }
    return best;
  }

  /** How far its middle is from that of the columns' words. */
  private float off(GridPiece piece, Segment segment) {
    float left = piece.from() == 0 ? columns.left() : columns.gaps().get(piece.from() - 1).to();
    float right =
        piece.to() == columns.count() ? columns.right() : columns.gaps().get(piece.to() - 1).from();
    return Math.abs((left + right) / 2 - segment.center());
  }

  private boolean isFree(int from, int to, GridPiece piece, int at) {
    return lines.get(at).pieces().stream()
        .noneMatch(other -> other != piece && other.from() < to && from < other.to());
  }

  /** True when there is a header for each of its columns below. */
  private boolean isHead(GridPiece piece, int at) {
    for (int column = piece.from(); column < piece.to(); column++) {
      if (!isHeaded(column, at)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeaded(int column, int at) {
    return lines.subList(at + 1, lines.size()).stream()
        .map(line -> line.at(column))
        .anyMatch(below -> below != null && below.span() == 1);
  }

  /** Each in the row below all that stands above it, and further down when its words are. */
  private static void place(List<HeaderPart> parts) {
    int rows = 0;
    for (HeaderPart part : parts) {
      for (HeaderPart above : parts) {
        if (above.first < part.first && above.overlaps(part)) {
          part.row = Math.max(part.row, above.row + 1);
        }
      }
      rows = Math.max(rows, part.row + 1);
    }
    for (HeaderPart part : parts) {
      boolean isLowest = parts.stream().noneMatch(it -> it.first > part.first && it.overlaps(part));
      part.toRow = isLowest ? rows : part.row + 1;
    }
    List<HeaderPart> fixed = parts.stream().filter(part -> part.toRow == part.row + 1).toList();
    parts.stream().filter(part -> part.toRow > part.row + 1).forEach(part -> narrow(part, fixed));
  }

  /** To the rows beside which its words stand; it is left as it is when it stands between them. */
  private static void narrow(HeaderPart part, List<HeaderPart> fixed) {
    int[] beside =
        fixed.stream()
            .filter(it -> it.row >= part.row && it.row < part.toRow)
            .filter(it -> it.first <= part.last && part.first <= it.last)
            .mapToInt(it -> it.row)
            .sorted()
            .toArray();
    if (beside.length > 0) {
      part.row = beside[0];
      part.toRow = beside[beside.length - 1] + 1;
    }
  }
}
