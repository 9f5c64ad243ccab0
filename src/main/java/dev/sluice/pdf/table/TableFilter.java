package dev.sluice.pdf.table;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells tables from prose, lists and contents pages that happen to be aligned. */
final class TableFilter {

  private static final float MIN_FILLED = 0.45f;
  private static final float MIN_ALIGNED = 0.6f;
  private static final int PROSE = 6; // words

  private static final Pattern PAGES = Pattern.compile("\\d+([–-]\\d+)?(, \\d+([–-]\\d+)?)+,?");
  private static final Pattern EQUATION = Pattern.compile("\\(\\d+(\\.\\d+)?[a-z]?\\)");
  private static final Pattern CODE = Pattern.compile("[\\\\{}@]|;$|::|[!=<>]=|->|<-|\\w\\(");
  private static final Pattern NUMBER =
      Pattern.compile("^(\\d+(\\.\\d+)*|[IVX]+|[A-Z])\\.?(\\s|$)");

  private final AlignedTable table;
  private final TableRegion region;
  private final List<GridPiece> behind;

  private TableFilter(AlignedTable table, TableRegion region) {
    this.table = table;
    this.region = region;
    this.behind = table.behind();
  }

  static boolean isTable(AlignedTable table, TableRegion region, boolean hasLeaders) {
    return new TableFilter(table, region).isTable(hasLeaders);
  }

  private boolean isTable(boolean hasLeaders) {
    int columns = table.columns().count();
    if (columns < 2
        || table.lines().size() < 2
        || behind.isEmpty()
        || isContents(hasLeaders)
        || hasLeaders && isIndex()) {
      return false;
    }
    if (region.framed() || table.isRuled()) {
      return filled() >= 0.25f && Alignment.of(table) >= 0.4f;
    }
    return Alignment.of(table) >= MIN_ALIGNED
        && !isCode()
        && !isList()
        && share(PAGES) < 0.2f
        && share(EQUATION) < 0.5f
        && (columns == 2 ? isPairs() : isGrid());
  }

  /** Two columns without any line are believed when the second has figures nearly everywhere. */
  private boolean isPairs() {
    return table.lines().size() >= 3
        && table.figures() >= 0.7f
        && filled() >= 0.7f
        && !isNumbered();
  }

  private boolean isGrid() {
    int rows = table.lines().size();
    if (rows < 3) {
      return table.columns().count() >= 4 && table.figures() >= 0.7f && filled() >= 0.8f;
    }
    return filled() >= MIN_FILLED && (table.figures() >= 0.3f || prose() < 0.15f && isText());
  }

  /** Text tables without any line need to be full and of several lines to be believed. */
  private boolean isText() {
    return table.lines().size() >= 4 && filled() >= 0.6f && !isNumbered();
  }

  /** Lines of a listing: each begins with the next number. */
  private boolean isNumbered() {
    long numbers =
        table.lines().stream()
            .filter(line -> line.hasLabel() && line.pieces().get(0).text().matches("\\d+[.:]?"))
            .count();
    return numbers >= 0.6f * table.lines().size();
  }

  /** Lines of a program: brackets, backslashes and the like in most of them. */
  private boolean isCode() {
    long code =
        table.lines().stream()
            .filter(line -> line.pieces().stream().anyMatch(it -> CODE.matcher(it.text()).find()))
            .count();
    return code >= 0.5f * table.lines().size();
  }

  /** Items with marks or numbers before them, and no figures behind. */
  private boolean isList() {
    List<GridPiece> labels =
        table.lines().stream()
            .filter(GridLine::hasLabel)
            .map(line -> line.pieces().get(0))
            .toList();
    long marks = labels.stream().filter(TableFilter::isBullet).count();
    long figures = behind.stream().filter(it -> it.isFigure() && !isBullet(it)).count();
    return marks >= 0.8f * labels.size() && figures < 0.3f * behind.size();
  }

  private static boolean isBullet(GridPiece piece) {
    return Bullet.isOne(piece.segment());
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

  private float share(Pattern text) {
    long those = behind.stream().filter(piece -> text.matcher(piece.text()).matches()).count();
    return those / (float) behind.size();
  }

  private float prose() {
    long long_ = behind.stream().filter(piece -> piece.words().size() >= PROSE).count();
    return long_ / (float) behind.size();
  }

  /** Titles and page numbers by turns, with dots between them. */
  private boolean isIndex() {
    int columns = table.columns().count();
    return columns % 2 == 0
        && behind.stream().allMatch(it -> it.from() % 2 == 0 || it.text().matches("[\\d, ]{1,12}"))
        && behind.stream().noneMatch(it -> it.from() % 2 == 0 && it.isFigure());
  }

  /** True when a number, of a chapter perhaps, stands before each line. */
  private boolean isNumberedList() {
    long numbers =
        region.lines().stream().filter(line -> NUMBER.matcher(line.first().text()).find()).count();
    return numbers >= 0.8f * region.lines().size();
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
    boolean many = numbers.size() >= 5 && table.columns().count() == 2;
    return all && (hasLeaders || many || !region.framed() && isNumberedList());
  }
}
