package dev.sluice.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Describes how one kind of timetable looks at one institution. It is read from a file in
 * config/profiles; docs/timetables.md explains each key.
 *
 * @param name of the file, without its ending
 * @param titles of page 1, any of which it may bear
 * @param perLine true when each line of a weekday (or date) in a row is an event, with the text
 *     beside it; false when each row is one
 * @param recurring true when events happen every week of their semester
 * @param rowBegins the field that every row has but the rest of one that was broken over pages
 * @param fillDown fields that a row without them takes from the row above
 * @param typeIn the field whose second letter, often white, says the type; null for a column TYPE
 * @param types by what is printed for them
 * @param unknown values that mean: not fixed yet
 * @param assumedLength of what has no end; null when every end is printed
 */
public record Profile(
    String name,
    String institution,
    Kind kind,
    ZoneId zone,
    List<String> titles,
    List<ProfileColumn> columns,
    @JsonProperty("per-line") boolean perLine,
    boolean recurring,
    @JsonProperty("row-begins") TimetableField rowBegins,
    @JsonProperty("fill-down") Set<TimetableField> fillDown,
    @JsonProperty("type-in") TimetableField typeIn,
    Map<String, Type> types,
    TimeFormats formats,
    List<String> unknown,
    @JsonProperty("assumed-length") Duration assumedLength,
    List<Semester> semesters,
    List<Recess> recesses,
    List<LocalDate> holidays) {

  /** Fills in the usual; throws {@link IllegalArgumentException} naming the key. */
  public Profile {
    ProfileChecks.that(institution != null && !institution.isBlank(), "institution", "is missing");
    ProfileChecks.that(kind != null, "kind", "is missing");
    ProfileChecks.that(zone != null, "zone", "is missing");
    ProfileChecks.that(titles != null && !titles.isEmpty(), "titles", "names no title");
    ProfileChecks.texts("titles", titles);
    ProfileChecks.that(columns != null && !columns.isEmpty(), "columns", "names no column");
    ProfileChecks.that(rowBegins != null, "row-begins", "is missing");
    titles = titles.stream().map(TextNormalizer::plain).toList();
    columns = List.copyOf(columns);
    fillDown = fillDown == null ? Set.of() : Set.copyOf(fillDown);
    types = types == null ? Map.of() : Map.copyOf(types);
    formats = formats == null ? new TimeFormats(null, null, null, null) : formats;
    unknown = unknown == null ? List.of() : unknown.stream().map(TextNormalizer::plain).toList();
    semesters = semesters == null ? List.of() : List.copyOf(semesters);
    recesses = recesses == null ? List.of() : List.copyOf(recesses);
    holidays = holidays == null ? List.of() : List.copyOf(holidays);
    new Semesters(semesters); // refuses those that overlap
    requireColumns(columns, rowBegins, fillDown, typeIn);
    requireHeaders(columns);
    ProfileChecks.that(
        typeIn == null || !types.isEmpty(), "types", "names none of what type-in says");
    ProfileChecks.that(
        assumedLength == null || (!assumedLength.isNegative() && !assumedLength.isZero()),
        "assumed-length",
        "is not positive");
    ProfileChecks.that(
        !perLine || anchors(columns).findFirst().isPresent(),
        "per-line",
        "needs a column weekday or date");
  }

  /** The semesters whose dates it knows. */
  public Semesters knownSemesters() {
    return new Semesters(semesters);
  }

  /** True when there are no lectures on this day. */
  public boolean isFree(LocalDate day) {
    return holidays.contains(day) || recesses.stream().anyMatch(recess -> recess.contains(day));
  }

  boolean isTitle(String line) {
    return titles.contains(TextNormalizer.plain(line));
  }

  boolean isUnknown(String value) {
    return unknown.contains(TextNormalizer.plain(value));
  }

  /** The field whose lines are the events of a row. */
  TimetableField anchor() {
    return anchors(columns).findFirst().orElseThrow();
  }

  ProfileColumn.Lines lines(TimetableField field) {
    return columns.stream()
        .filter(column -> column.field() == field)
        .map(ProfileColumn::lines)
        .findFirst()
        .orElse(ProfileColumn.Lines.WRAP);
  }

  private static Stream<TimetableField> anchors(List<ProfileColumn> columns) {
    return columns.stream()
        .map(ProfileColumn::field)
        .filter(field -> field == TimetableField.WEEKDAY || field == TimetableField.DATE);
  }

  private static void requireColumns(
      List<ProfileColumn> columns,
      TimetableField rowBegins,
      Set<TimetableField> fillDown,
      TimetableField typeIn) {
    Set<TimetableField> fields = EnumSet.noneOf(TimetableField.class);
    for (ProfileColumn column : columns) {
      boolean isNew = column.field() == TimetableField.IGNORED || fields.add(column.field());
      ProfileChecks.that(isNew, "columns", "has the field " + column.field() + " twice");
    }
    ProfileChecks.that(fields.contains(rowBegins), "row-begins", "names no column");
    ProfileChecks.that(fields.containsAll(fillDown), "fill-down", "names what is no column");
    ProfileChecks.that(typeIn == null || fields.contains(typeIn), "type-in", "names no column");
  }

  private static void requireHeaders(List<ProfileColumn> columns) {
    Set<String> headers = new HashSet<>();
    for (ProfileColumn column : columns) {
      for (String header : column.headers()) {
        ProfileChecks.that(
            headers.add(header), "columns", "has the header \"" + header + "\" twice");
      }
    }
  }
}
