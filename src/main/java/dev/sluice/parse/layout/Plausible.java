package dev.sluice.parse.layout;

import java.util.List;
import java.util.Objects;

/** Tells tables from prose, lists and contents pages that happen to be aligned. */
final class Plausible {

  private static final float MIN_FILLED = 0.4f;
  private static final int PROSE = 6; // words

  private final AlignedTable table;
  private final Region region;
  private final List<Piece> behind;

  private Plausible(AlignedTable table, Region region) {
    this.table = table;
    this.region = region;
    this.behind =
        table.lines().stream()
            .flatMap(line -> line.pieces().stream())
            .filter(piece -> piece.from() > 0)
            .toList();
  }

  static boolean isTable(AlignedTable table, Region region, boolean hasLeaders) {
    return new Plausible(table, region).isTable(hasLeaders);
  }

  private boolean isTable(boolean hasLeaders) {
    int columns = table.columns().count();
    if (columns < 2 || table.lines().size() < 2 || behind.isEmpty() || isContents(hasLeaders)) {
      return false;
    }
    if (region.framed()) {
      return filled() >= 0.25f;
    }
    if (columns == 2) {
      return table.lines().size() >= 3 && figures() >= 0.7f && filled() >= 0.7f;
    }
    boolean big = table.lines().size() >= 3 || columns >= 4;
    return big && filled() >= MIN_FILLED && (figures() >= 0.3f || prose() < 0.15f && isText());
  }

  /** Text tables without any line need to be full and of several lines to be believed. */
  private boolean isText() {
    return table.lines().size() >= 4 && filled() >= 0.55f;
  }

  private float filled() {
    long places = (long) table.lines().stream().filter(line -> !line.isLabel()).count();
    long pieces =
        table.lines().stream()
            .filter(line -> !line.isLabel())
            .mapToLong(l -> l.pieces().size())
            .sum();
    return places == 0 ? 0 : pieces / (float) (places * table.columns().count());
  }

  private float figures() {
    return behind.stream().filter(Piece::isFigure).count() / (float) behind.size();
  }

  private float prose() {
    long long_ = behind.stream().filter(piece -> piece.words().size() >= PROSE).count();
    return long_ / (float) behind.size();
  }

  /** Page numbers that grow, at the end of dotted lines or of titles. */
  private boolean isContents(boolean hasLeaders) {
    int last = table.columns().count() - 1;
    List<Integer> numbers =
        table.lines().stream()
            .map(line -> line.at(last))
            .filter(Objects::nonNull)
            .map(piece -> piece.text().matches("\\d{1,4}") ? Integer.valueOf(piece.text()) : -1)
            .toList();
    if (numbers.size() < 3 || table.columns().count() > 3) {
      return false;
    }
    int grows = 0;
    for (int at = 1; at < numbers.size(); at++) {
      grows += numbers.get(at) >= numbers.get(at - 1) && numbers.get(at) > 0 ? 1 : 0;
    }
    boolean all = grows >= 0.85f * (numbers.size() - 1);
    return all && (hasLeaders || numbers.size() >= 5 && table.columns().count() == 2);
  }
}
