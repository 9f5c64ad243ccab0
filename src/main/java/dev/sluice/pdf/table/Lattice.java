package dev.sluice.pdf.table;

import static dev.sluice.pdf.table.Rulings.across;
import static dev.sluice.pdf.table.Rulings.end;
import static dev.sluice.pdf.table.Rulings.start;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rulings that meet and so make cells. A lattice knows the edges of its columns and rows, and where
 * there is a line between two neighbours.
 */
final class Lattice {

  /** Lines that end this near to another, in points, meet it. */
  static final float REACH = 3f;

  /** Points: a column has room for no word, and a row for no line. */
  private static final float NARROW = 12;

  private static final float LOW = 6;

  /** Of an edge's length: what must be ruled. */
  private static final float COVERED = 0.6f;

  /** Of a lattice's width: areas in fewer columns are behind words rather than cells. */
  private static final float WIDE = 0.5f;

  private final List<Ruling> horizontal;
  private final List<Ruling> vertical;
  private final List<Ruling> drawn;
  private final LatticeEdges xs;
  private final LatticeEdges ys;

  private Lattice(List<Ruling> horizontal, List<Ruling> vertical) {
    this(horizontal, vertical, edges(vertical, horizontal), edges(horizontal, vertical));
  }

  private Lattice(
      List<Ruling> horizontal, List<Ruling> vertical, LatticeEdges xs, LatticeEdges ys) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.drawn = horizontal.stream().filter(line -> line.thickness() > 0).toList();
    this.xs = xs;
    this.ys = ys;
  }

  /** The page's lattices, in no order. */
  static List<Lattice> of(Rulings rulings) {
    return new RulingGroups(rulings)
        .groups().stream()
            .map(group -> new Lattice(group.horizontal(), group.vertical()))
            .filter(lattice -> lattice.rows() > 0 && lattice.columns() > 0)
            .toList();
  }

  /** With more lines across it. */
  Lattice cut(List<Float> at) {
    List<Ruling> more = new ArrayList<>(horizontal);
    for (Float y : at) {
      more.add(new Ruling(x(0), y, x(columns()), y, 0));
    }
    more.sort(Comparator.comparingDouble(Rulings::across));
    return new Lattice(more, vertical);
  }

  /**
   * Without the narrow blank strips that double lines, or cells with borders of their own, make.
   */
  Lattice withoutStrips(List<Word> words) {
    List<Float> x =
        words.stream()
            .filter(word -> word.box().width() < NARROW)
            .map(word -> word.box().x() + word.box().width() / 2)
            .toList();
    List<Float> y = words.stream().map(WordPicker::middle).toList();
    return new Lattice(horizontal, vertical, xs.withoutStrips(NARROW, x), ys.withoutStrips(LOW, y));
  }

  /** True when it is made of the edges of areas and nothing else. */
  boolean isShading() {
    return hasShadedColumns() && horizontal.stream().allMatch(line -> line.thickness() == 0);
  }

  /** True when nothing but the edges of areas is between its columns. */
  boolean hasShadedColumns() {
    return vertical.stream().allMatch(line -> line.thickness() == 0);
  }

  int rows() {
    return ys.places();
  }

  int columns() {
    return xs.places();
  }

  List<Float> columnEdges() {
    return IntStream.rangeClosed(0, columns()).mapToObj(this::x).toList();
  }

  float x(int edge) {
    return xs.from()[edge];
  }

  float y(int edge) {
    return ys.from()[edge];
  }

  /** Around the rows and columns, which are given by their first and the one after their last. */
  Box box(int row, int column, int toRow, int toColumn) {
    return new Box(x(column), y(row), x(toColumn) - x(column), y(toRow) - y(row));
  }

  Box box() {
    return box(0, 0, rows(), columns());
  }

  /** True when a line parts this place from the one right of it. */
  boolean isParted(int row, int column) {
    return isCovered(vertical, xs, column + 1, y(row), y(row + 1));
  }

  /** True when a line, or the edge of areas across half of it, parts this from the place below. */
  boolean isClosedBelow(int row, int column) {
    return isCovered(drawn, ys, row + 1, x(column), x(column + 1))
        || isCovered(horizontal, ys, row + 1, x(column), x(column + 1))
            && covered(horizontal, ys, row + 1, x(0), x(columns())) >= WIDE * box().width();
  }

  private static boolean isCovered(
      List<Ruling> rulings, LatticeEdges edges, int edge, float from, float to) {
    return covered(rulings, edges, edge, from, to) >= COVERED * (to - from);
  }

  private static float covered(
      List<Ruling> rulings, LatticeEdges edges, int edge, float from, float to) {
    float covered = 0;
    for (Ruling ruling : rulings) {
      boolean onIt =
          across(ruling) >= edges.from()[edge] - REACH
              && across(ruling) <= edges.to()[edge] + REACH;
      if (onIt) {
        covered += Math.max(0, Math.min(end(ruling), to) - Math.max(start(ruling), from));
      }
    }
    return covered;
  }

  /** Where the lines lie, and where those across them end when nothing closes the lattice there. */
  private static LatticeEdges edges(List<Ruling> lines, List<Ruling> acrossThem) {
    List<Float> edges = new ArrayList<>();
    for (Ruling line : lines) {
      edges.add(across(line));
    }
    openEnd(acrossThem.stream().map(Rulings::start).toList(), edges);
    openEnd(acrossThem.stream().map(Rulings::end).toList(), edges);
    edges.sort(Float::compare);
    return distinct(edges);
  }

  /** An end that two or more lines share is an edge. */
  private static void openEnd(List<Float> ends, List<Float> edges) {
    for (Float end : ends) {
      long shared = ends.stream().filter(other -> Math.abs(other - end) <= REACH).count();
      boolean known = edges.stream().anyMatch(edge -> Math.abs(edge - end) <= 2 * REACH);
      if (shared >= 2 && !known) {
        edges.add(end);
      }
    }
  }

  private static LatticeEdges distinct(List<Float> sorted) {
    List<Float> kept = new ArrayList<>();
    for (Float edge : sorted) {
      if (kept.isEmpty() || edge - kept.get(kept.size() - 1) > REACH) {
        kept.add(edge);
      }
    }
    return LatticeEdges.of(kept);
  }
}
