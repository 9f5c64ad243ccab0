package dev.sluice.timetable;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The part of a row about one event: its own lines, and what all events of the row share. */
final class EventLines {

  private final SheetRow row;
  private final SheetRow.RowPart place;
  private final Map<TimetableField, List<CellLine>> own = new EnumMap<>(TimetableField.class);

  private EventLines(SheetRow row, SheetRow.RowPart place) {
    this.row = row;
    this.place = place;
  }

  /** The row as one event. */
  static EventLines of(SheetRow row) {
    return new EventLines(row, row.beginning());
  }

  /** One for each line of the anchor; lines that are beside or below none are left over. */
  static List<EventLines> ofLines(SheetRow row, Profile profile, List<CellLine> leftOver) {
    List<CellLine> anchors = sorted(row.lines(profile.anchor()));
    List<EventLines> occasions = anchors.stream().map(anchor -> at(anchor, row, profile)).toList();
    for (TimetableField field : TimetableField.values()) {
      if (field != profile.anchor() && profile.lines(field) == ProfileColumn.Lines.BESIDE) {
        share(row.lines(field), field, anchors, occasions, leftOver);
      }
    }
    return occasions;
  }

  private static EventLines at(CellLine anchor, SheetRow row, Profile profile) {
    EventLines occasion = new EventLines(row, row.around(anchor));
    for (TimetableField field : TimetableField.values()) {
      if (profile.lines(field) == ProfileColumn.Lines.BESIDE) {
        occasion.own.put(field, new ArrayList<>());
      }
    }
    occasion.own.put(profile.anchor(), List.of(anchor));
    return occasion;
  }

  private static void share(
      List<CellLine> cell,
      TimetableField field,
      List<CellLine> anchors,
      List<EventLines> occasions,
      List<CellLine> leftOver) {
    for (CellLine line : sorted(cell)) {
      int owner = ownerOf(line, anchors);
      if (owner < 0) {
        leftOver.add(line);
      } else {
        occasions.get(owner).own.get(field).add(line);
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

  /** Its place on the page. */
  SheetRow.RowPart place() {
    return place;
  }

  /** Its lines as one; null if there is nothing. */
  String text(TimetableField field) {
    String text = own.containsKey(field) ? CellLine.text(own.get(field)) : row.text(field);
    return text.isEmpty() ? null : text;
  }

  /** Its lines. */
  List<String> texts(TimetableField field) {
    return own.containsKey(field) ? CellLine.texts(own.get(field)) : row.texts(field);
  }

  List<Word> words(TimetableField field) {
    return own.getOrDefault(field, row.lines(field)).stream()
        .flatMap(line -> line.words().stream())
        .toList();
  }
}
