package dev.sluice.parse.layout;

import static dev.sluice.parse.layout.Rulings.across;
import static dev.sluice.parse.layout.Rulings.end;
import static dev.sluice.parse.layout.Rulings.start;

import dev.sluice.content.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rulings that meet and so make cells: the edges of its columns and rows, and where there is a line
 * between two neighbours.
 */
final class Lattice {

  /** Lines that end this near to another, in points, meet it. */
  static final float REACH = 3f;

  /** Of an edge's length: what must be ruled. */
  private static final float COVERED = 0.6f;

  private final List<Ruling> horizontal;
  private final List<Ruling> vertical;
  private final float[] xs;
  private final float[] ys;

  private Lattice(List<Ruling> horizontal, List<Ruling> vertical) {
    this.horizontal = horizontal;
    this.vertical = vertical;
    this.xs = edges(vertical, horizontal);
    this.ys = edges(horizontal, vertical);
  }

  /** The page's lattices, in no order. */
  static List<Lattice> of(Rulings rulings) {
    return new Meetings(rulings)
        .groups().stream()
            .map(group -> new Lattice(group.horizontal(), group.vertical()))
            .filter(lattice -> lattice.rows() > 0 && lattice.columns() > 0)
            .toList();
  }

  /** With more lines across it. */
  Lattice cut(List<Float> at) {
    List<Ruling> more = new ArrayList<>(horizontal);
    for (Float y : at) {
      more.add(new Ruling(xs[0], y, xs[columns()], y, 0));
    }
    more.sort(Comparator.comparingDouble(Rulings::across));
    return new Lattice(more, vertical);
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
    return ys.length - 1;
  }

  int columns() {
    return xs.length - 1;
  }

  float x(int edge) {
    return xs[edge];
  }

  float y(int edge) {
    return ys[edge];
  }

  /** Around the rows and columns, which are given by their first and the one after their last. */
  Box box(int row, int column, int toRow, int toColumn) {
    return new Box(xs[column], ys[row], xs[toColumn] - xs[column], ys[toRow] - ys[row]);
  }

  Box box() {
    return box(0, 0, rows(), columns());
  }

  /** True when a line parts this place from the one right of it. */
  boolean isParted(int row, int column) {
    return isCovered(vertical, xs[column + 1], ys[row], ys[row + 1]);
  }

  /** True when a line parts this place from the one below it. */
  boolean isClosedBelow(int row, int column) {
    return isCovered(horizontal, ys[row + 1], xs[column], xs[column + 1]);
  }

  private static boolean isCovered(List<Ruling> rulings, float at, float from, float to) {
    float covered = 0;
    for (Ruling ruling : rulings) {
      if (Math.abs(across(ruling) - at) <= REACH) {
        covered += Math.max(0, Math.min(end(ruling), to) - Math.max(start(ruling), from));
      }
    }
    return covered >= COVERED * (to - from);
  }

  /** Where the lines lie, and where those across them end when nothing closes the lattice there. */
  private static float[] edges(List<Ruling> lines, List<Ruling> acrossThem) {
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

  private static float[] distinct(List<Float> sorted) {
    List<Float> kept = new ArrayList<>();
    for (Float edge : sorted) {
      if (kept.isEmpty() || edge - kept.get(kept.size() - 1) > REACH) {
        kept.add(edge);
      }
    }
    float[] edges = new float[kept.size()];
    for (int at = 0; at < edges.length; at++) {
      edges[at] = kept.get(at);
    }
    return edges;
  }
}
