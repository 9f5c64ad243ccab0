package dev.sluice.timetable;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Maps the columns of a table to fields, by its header row. */
final class TableColumns {

  /** Largest difference between the columns of one table on two pages, in points. */
  private static final float TOLERANCE = 4;

  private final List<TimetableField> fields;
  private final List<Float> edges;

  private TableColumns(List<TimetableField> fields, List<Float> edges) {
    this.fields = fields;
    this.edges = edges;
  }

  /** Those of a table whose first row is the profile's header row. */
  static Optional<TableColumns> of(Profile profile, Table table) {
    List<TimetableField> fields = new ArrayList<>();
    for (int column = 0; column < table.columns(); column++) {
      Optional<TimetableField> field = field(profile, header(table, column));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      fields.add(field.get());
    }
    return hasAll(profile, fields)
        ? Optional.of(new TableColumns(fields, table.columnEdges()))
        : Optional.empty();
  }

  /** True for a table that continues with these columns. */
  boolean fit(Table table) {
    if (table.columns() != fields.size()) {
      return false;
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      if (Math.abs(edges.get(edge) - table.columnEdges().get(edge)) > TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** The rows of a table with these columns; a cell over several rows is in each of them. */
  Stream<SheetRow> rows(Table table) {
    return cellsOfRows(table).stream().map(cells -> row(table, cells));
  }

  /** What the rows of any table say, each as one line. */
  static Stream<String> texts(Table table) {
    Map<Integer, List<Cell>> rows =
        table.cells().stream()
            .filter(cell -> !cell.text().isBlank())
            .collect(Collectors.groupingBy(Cell::row, TreeMap::new, Collectors.toList()));
    return rows.values().stream().map(TableColumns::text);
  }

  private static String text(List<Cell> cells) {
    return cells.stream()
        .map(cell -> TextNormalizer.line(cell.text()))
        .collect(Collectors.joining(" | "));
  }

  private static List<List<Cell>> cellsOfRows(Table table) {
    List<List<Cell>> rows = new ArrayList<>();
    IntStream.range(0, table.rows()).forEach(row -> rows.add(new ArrayList<>()));
    for (Cell cell : table.cells()) {
      rows.subList(cell.row(), cell.row() + cell.rowSpan()).forEach(row -> row.add(cell));
    }
    return rows;
  }

  private SheetRow row(Table table, List<Cell> cells) {
    SheetRow row = new SheetRow(table.page(), box(table, cells));
    List<Word> words = cells.stream().flatMap(cell -> cell.words().stream()).toList();
    for (int column = 0; column < fields.size(); column++) {
      int wanted = column;
      List<Word> own = words.stream().filter(word -> columnOf(word) == wanted).toList();
      row.add(fields.get(column), CellLine.of(table.page(), own));
    }
    return row;
  }

  private int columnOf(Word word) {
    float middle = word.box().x() + word.box().width() / 2;
    int column = fields.size() - 1;
    while (column > 0 && middle < edges.get(column)) {
      column--;
    }
    return column;
  }

  private static Box box(Table table, List<Cell> cells) {
    return cells.stream().map(Cell::box).reduce(Box::around).orElse(table.box());
  }

  private static boolean hasAll(Profile profile, List<TimetableField> fields) {
    Set<TimetableField> found =
        fields.isEmpty() ? EnumSet.noneOf(TimetableField.class) : EnumSet.copyOf(fields);
    return profile.columns().stream()
        .allMatch(column -> column.optional() || found.contains(column.field()));
  }

  private static Optional<TimetableField> field(Profile profile, String header) {
    return profile.columns().stream()
        .filter(column -> column.isHeadedBy(header))
        .map(ProfileColumn::field)
        .findFirst();
  }

  private static String header(Table table, int column) {
    return table.cells().stream()
        .filter(cell -> cell.row() == 0 && cell.column() == column && cell.columnSpan() == 1)
        .map(Cell::text)
        .findFirst()
        .orElse("");
  }
}
