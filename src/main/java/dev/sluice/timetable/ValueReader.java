package dev.sluice.timetable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what has a form of its own, such as a date; what it is not is told. */
final class ValueReader {

  private final Profile profile;
  private final UnreadRows strange;

  ValueReader(Profile profile, UnreadRows strange) {
    this.profile = profile;
    this.strange = strange;
  }

  /** Whether tables of the profile have such a column. */
  boolean has(TimetableField field) {
    return profile.columns().stream().anyMatch(column -> column.field() == field);
  }

  /** Empty, and flagged if there is such a column, for what is blank, not fixed yet or strange. */
  <T> Optional<T> read(
      EventLines occasion,
      TimetableField field,
      Function<String, Optional<T>> parse,
      String flag,
      List<String> flags) {
    if (!has(field)) {
      return Optional.empty();
    }
    String text = occasion.text(field);
    Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
    if (value.isEmpty()) {
      flags.add(flag);
      if (text != null && !profile.isUnknown(text)) {
        strange.add(occasion.place().page(), field + ": " + text);
      }
    }
    return value;
  }
}
