package dev.sluice.timetable;

import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One whole row of a timetable, even if it is broken over pages. */
final class SheetRow {

  /**
   * The part of a row on one page.
   *
   * @param page from 1
   */
  record RowPart(int page, Box box) {}

  private final List<RowPart> parts = new ArrayList<>();
  private final Map<TimetableField, List<CellLine>> cells = new EnumMap<>(TimetableField.class);

  /**
   * Caches texts that all events of a row share; otherwise a long list would be in memory many
   * times.
   */
  private final Map<TimetableField, List<String>> texts = new EnumMap<>(TimetableField.class);

  SheetRow(int page, Box box) {
    parts.add(new RowPart(page, box));
  }

  /** Where it begins. */
  RowPart beginning() {
    return parts.get(0);
  }

  /** The page on which it ends, as far as it is known. */
  int lastPage() {
    return parts.get(parts.size() - 1).page();
  }

  /** The part of it on the page of the line. */
  RowPart around(CellLine line) {
    return parts.stream()
        .filter(part -> part.page() == line.page())
        .findFirst()
        .orElse(beginning());
  }

  void add(TimetableField field, List<CellLine> lines) {
    cells.computeIfAbsent(field, none -> new ArrayList<>()).addAll(lines);
    texts.remove(field);
  }

  /** Adds the rest of the row, from the next page. */
  void add(SheetRow rest) {
    rest.cells.forEach(this::add);
    parts.addAll(rest.parts);
  }

  /** Takes what it lacks from the row above. */
  void fillFrom(SheetRow above, TimetableField field) {
    if (!has(field)) {
      add(field, above.lines(field));
    }
  }

  boolean has(TimetableField field) {
    return !lines(field).isEmpty();
  }

  /** Number of words in it. */
  int size() {
    return cells.values().stream()
        .flatMap(List::stream)
        .mapToInt(line -> line.words().size())
        .sum();
  }

  List<CellLine> lines(TimetableField field) {
    return cells.getOrDefault(field, List.of());
  }

  /** All lines of the field as one. */
  String text(TimetableField field) {
    return String.join(" ", texts(field));
  }

  /** What each line of the field says. */
  List<String> texts(TimetableField field) {
    return texts.computeIfAbsent(field, key -> CellLine.texts(lines(key)));
  }

  /** All of it as one line. */
  String text() {
    return cells.values().stream()
        .filter(lines -> !lines.isEmpty())
        .map(CellLine::text)
        .collect(Collectors.joining(" | "));
  }
}
