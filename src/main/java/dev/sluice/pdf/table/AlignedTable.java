package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads a region as a table: columns from white space, rows from lines, then the cells. */
final class AlignedTable {

  /** Of the table's width: what a ruling between two rows covers. */
  private static final float WIDE = 0.6f;

  /** Points from the middle of the table. */
  private static final float CENTRED = 8;

  /** Of what is behind the first column: figures in a table of figures. */
  private static final float MOSTLY = 0.6f;

  private final TableRegion region;
  private final RegionColumns columns;
  private final List<GridLine> lines;
  private final List<GridPiece> behind;
  private final List<Ruling> near;
  private final List<Ruling> wide;

  AlignedTable(TableRegion region) {
    this.region = region;
    RegionGrid grid = ColumnMarks.merged(RegionGrid.of(region, RegionColumns.of(region)));
    this.columns = grid.columns();
    this.lines = grid.lines();
    this.behind =
        lines.stream()
            .flatMap(line -> line.pieces().stream())
            .filter(piece -> piece.from() > 0)
            .toList();
    this.near = near();
    this.wide =
        RulingMerger.inRows(near).stream()
            .filter(rule -> covered(rule) >= WIDE * (columns.right() - columns.left()))
            .toList();
  }

  /** Of the body: with a name in the middle as what stands over all columns. */
  private List<GridLine> body(int from) {
    List<GridLine> body = new ArrayList<>();
    boolean hasFigures = figures() >= MOSTLY;
    for (int at = from; at < lines.size(); at++) {
      GridLine line = lines.get(at);
      boolean over = columns.count() > 2 && isOverAll(line.pieces(), hasFigures) && !isWrapped(at);
      body.add(over ? overAll(line.line()) : line);
    }
    return body;
  }

  private GridLine overAll(SegmentedLine line) {
    return new GridLine(line, List.of(new GridPiece(0, columns.count(), Segment.of(line.words()))));
  }

  /** One name that is not below the others, or is as wide as several columns. */
  private boolean isOverAll(List<GridPiece> pieces, boolean hasFigures) {
    GridPiece first = pieces.get(0);
    float middle = (columns.left() + columns.right()) / 2;
    boolean centred = Math.abs(first.segment().center() - middle) < CENTRED;
    return pieces.size() == 1 && !first.isFigure() && (centred || first.from() > 0 && hasFigures);
  }

  /** True when it begins like other words right above or below. */
  private boolean isWrapped(int at) {
    float left = region.lines().get(at).box().x();
    int to = Math.min(region.lines().size(), at + 2);
    return region.lines().subList(Math.max(0, at - 1), to).stream()
        .filter(line -> !line.isSingle())
        .flatMap(line -> line.segments().stream())
        .anyMatch(it -> Math.abs(it.left() - left) < 1.5f && !it.isFigure());
  }

  RegionColumns columns() {
    return columns;
  }

  List<GridLine> lines() {
    return lines;
  }

  /** What stands behind the first column. */
  List<GridPiece> behind() {
    return behind;
  }

  /** From 0 to 1: how much of what is behind the first column is figures. */
  float figures() {
    return behind.stream().filter(GridPiece::isFigure).count() / (float) Math.max(1, behind.size());
  }

  /** True when a ruling, or the edge of an area, goes across most of it. */
  boolean isRuled() {
    return !wide.isEmpty();
  }

  private List<Ruling> near() {
    Box box = region.box();
    return Rulings.between(box.y() - 3, box.bottom() + 3, region.rulings().horizontal())
        .filter(rule -> covered(rule) > 0)
        .toList();
  }

  private float covered(Ruling rule) {
    return Math.min(rule.x2(), columns.right()) - Math.max(rule.x1(), columns.left());
  }

  /** On this page. */
  Table table(int page) {
    int headerLines = HeaderLines.count(lines, wide);
    List<HeaderReader.HeaderPart> headers =
        new HeaderReader(lines.subList(0, headerLines), columns, near).parts();
    List<List<GridLine>> rows = new RowGrouping(body(headerLines), wide).rows();
    List<Float> edges = rowEdges(headerLines, HeaderReader.rows(headers), rows);
    List<CellSpan> spans = new ArrayList<>();
    List<List<Word>> words = new ArrayList<>();
    for (HeaderReader.HeaderPart part : headers) {
      spans.add(new CellSpan(part.row, part.from, part.toRow, part.to));
      words.add(part.words);
    }
    for (int row = 0; row < rows.size(); row++) {
      addRow(HeaderReader.rows(headers) + row, rows.get(row), spans, words);
    }
    return table(page, HeaderReader.rows(headers), edges, spans, words);
  }

  private static void addRow(
      int at, List<GridLine> row, List<CellSpan> spans, List<List<Word>> words) {
    List<GridPiece> pieces = new ArrayList<>();
    for (GridLine line : row) {
      for (GridPiece piece : line.pieces()) {
        addPiece(piece, pieces);
      }
    }
    for (GridPiece piece : pieces) {
      spans.add(new CellSpan(at, piece.from(), at + 1, piece.to()));
      words.add(piece.words());
    }
  }

  /** Pieces of lines that stand over each other are one cell. */
  private static void addPiece(GridPiece piece, List<GridPiece> pieces) {
    GridPiece all = piece;
    for (GridPiece other : List.copyOf(pieces)) {
      if (other.overlaps(all)) {
        List<Word> both = new ArrayList<>(other.words());
        both.addAll(all.words());
        all =
            new GridPiece(
                Math.min(other.from(), all.from()),
                Math.max(other.to(), all.to()),
                Segment.of(both));
        pieces.remove(other);
      }
    }
    pieces.add(all);
  }

  private List<Float> rowEdges(int headerLines, int headerRows, List<List<GridLine>> rows) {
    List<Float> edges = new ArrayList<>();
    float top = region.box().y();
    float end = headerLines == 0 ? top : lines.get(headerLines - 1).line().box().bottom();
    for (int row = 0; row < headerRows; row++) {
      edges.add(top + (end - top) * row / headerRows);
    }
    for (List<GridLine> row : rows) {
      Box first = row.get(0).line().box();
      float above = edges.isEmpty() ? first.y() : edges.get(edges.size() - 1);
      edges.add(Math.max(first.y(), above));
    }
    edges.add(Math.max(region.box().bottom(), edges.get(edges.size() - 1)));
    return edges;
  }

  private Table table(
      int page, int headers, List<Float> rowEdges, List<CellSpan> spans, List<List<Word>> words) {
    int rows = rowEdges.size() - 1;
    boolean[][] taken = new boolean[rows][columns.count()];
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < spans.size(); at++) {
      spans.get(at).take(taken);
      cells.add(spans.get(at).cell(box(spans.get(at), rowEdges), words.get(at)));
    }
    for (CellSpan blank : CellSpan.blanks(taken)) {
      cells.add(blank.cell(box(blank, rowEdges), List.of()));
    }
    cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
    return new Table(
        page, region.box(), false, rows, columns.count(), headers, columns.edges(), cells);
  }

  private Box box(CellSpan span, List<Float> rowEdges) {
    float x = columns.edge(span.column());
    float y = rowEdges.get(span.row());
    return new Box(x, y, columns.edge(span.toColumn()) - x, rowEdges.get(span.toRow()) - y);
  }
}
