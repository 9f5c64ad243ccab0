package dev.sluice.timetable;

import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What of a row is about one event: the lines of each of its fields. */
final class Occasion {

  private final SheetRow row;
  private final Map<Field, List<CellLine>> lines = new EnumMap<>(Field.class);

  private Occasion(SheetRow row) {
    this.row = row;
  }

  /** All of the row. */
  static Occasion of(SheetRow row) {
    Occasion occasion = new Occasion(row);
    for (Field field : Field.values()) {
      occasion.lines.put(field, row.lines(field));
    }
    return occasion;
  }

  /** One for each line of the anchor; lines that are beside or below none are left over. */
  static List<Occasion> ofLines(SheetRow row, Profile profile, List<CellLine> leftOver) {
    List<CellLine> anchors = sorted(row.lines(profile.anchor()));
    List<Occasion> occasions = new ArrayList<>();
    for (CellLine anchor : anchors) {
      Occasion occasion = new Occasion(row);
      occasion.lines.put(profile.anchor(), List.of(anchor));
      occasions.add(occasion);
    }
    for (Field field : Field.values()) {
      if (field != profile.anchor()) {
        share(row.lines(field), profile.lines(field), field, anchors, occasions, leftOver);
      }
    }
    return occasions;
  }

  private static void share(
      List<CellLine> cell,
      Column.Lines kind,
      Field field,
      List<CellLine> anchors,
      List<Occasion> occasions,
      List<CellLine> leftOver) {
    if (kind != Column.Lines.BESIDE) {
      occasions.forEach(occasion -> occasion.lines.put(field, cell));
      return;
    }
    for (CellLine line : sorted(cell)) {
      int owner = ownerOf(line, anchors);
      if (owner < 0) {
        leftOver.add(line);
      } else {
        occasions.get(owner).lines.computeIfAbsent(field, none -> new ArrayList<>()).add(line);
      }
    }
  }

  /** The anchor beside it, or the last one above it. */
  private static int ownerOf(CellLine line, List<CellLine> anchors) {
    int above = -1;
    for (int at = 0; at < anchors.size(); at++) {
      if (anchors.get(at).isBeside(line)) {
        return at;
      }
      if (line.isBehind(anchors.get(at))) {
        above = at;
      }
    }
    return above;
  }

  private static List<CellLine> sorted(List<CellLine> lines) {
    return lines.stream()
        .sorted(Comparator.comparingInt(CellLine::page).thenComparingDouble(CellLine::baseline))
        .toList();
  }

  SheetRow row() {
    return row;
  }

  /** Its lines as one; null if there is nothing. */
  String text(Field field) {
    String text =
        lines(field).stream().map(CellLine::text).collect(Collectors.joining(" ")).strip();
    return text.isEmpty() ? null : text;
  }

  List<String> texts(Field field) {
    return lines(field).stream().map(CellLine::text).filter(text -> !text.isEmpty()).toList();
  }

  List<Word> words(Field field) {
    return lines(field).stream().flatMap(line -> line.words().stream()).toList();
  }

  private List<CellLine> lines(Field field) {
    return lines.getOrDefault(field, List.of());
  }
}
