package dev.sluice.timetable;

import dev.sluice.content.Box;
import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a timetable; one that is broken over pages is whole here. */
final class SheetRow {

  private final int page;
  private final Box box;
  private final Map<Field, List<CellLine>> cells = new EnumMap<>(Field.class);

  SheetRow(int page, Box box) {
    this.page = page;
    this.box = box;
  }

  /** From 1: where it begins. */
  int page() {
    return page;
  }

  /** Where it begins. */
  Box box() {
    return box;
  }

  void add(Field field, List<CellLine> lines) {
    cells.computeIfAbsent(field, none -> new ArrayList<>()).addAll(lines);
  }

  /** Goes on with the rest of it. */
  void add(SheetRow rest) {
    rest.cells.forEach(this::add);
  }

  /** Takes what it lacks from the row above. */
  void fillFrom(SheetRow above, Field field) {
    if (!has(field)) {
      add(field, above.lines(field));
    }
  }

  boolean has(Field field) {
    return !lines(field).isEmpty();
  }

  boolean isEmpty() {
    return cells.values().stream().allMatch(List::isEmpty);
  }

  List<CellLine> lines(Field field) {
    return cells.getOrDefault(field, List.of());
  }

  List<Word> words(Field field) {
    return lines(field).stream().flatMap(line -> line.words().stream()).toList();
  }

  /** All lines of the field as one. */
  String text(Field field) {
    return lines(field).stream().map(CellLine::text).collect(Collectors.joining(" "));
  }

  /** All of it as one line. */
  String text() {
    return cells.keySet().stream()
        .map(this::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" | "));
  }
}
