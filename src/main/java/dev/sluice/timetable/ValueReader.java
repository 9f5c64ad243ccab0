package dev.sluice.timetable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads values of a fixed form, such as dates, and flags those of another form. */
final class ValueReader {

  private final Profile profile;
  private final UnreadRows unread;

  ValueReader(Profile profile, UnreadRows unread) {
    this.profile = profile;
    this.unread = unread;
  }

  /** Whether tables of the profile have such a column. */
  boolean has(TimetableField field) {
    return profile.columns().stream().anyMatch(column -> column.field() == field);
  }

  /**
   * Reads a value; a blank, undecided or malformed one is empty, and flagged if there is such a
   * column.
   */
  <T> Optional<T> read(
      EventLines lines,
      TimetableField field,
      Function<String, Optional<T>> parse,
      String flag,
      List<String> flags) {
    if (!has(field)) {
      return Optional.empty();
    }
    String text = lines.text(field);
    Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
    if (value.isEmpty()) {
      flags.add(flag);
      if (text != null && !profile.isUnknown(text)) {
        unread.add(lines.place().page(), field + ": " + text);
      }
    }
    return value;
  }
}
