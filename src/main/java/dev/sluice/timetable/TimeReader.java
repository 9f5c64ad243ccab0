package dev.sluice.timetable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads days and times in the formats of a profile; anything else is empty. */
final class TimeReader {

  private final String between;
  private final Locale locale;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  TimeReader(TimeFormats formats) {
    this.between = "[" + Pattern.quote(formats.between()) + "]";
    this.locale = formats.locale();
    this.date = formats.ofDates();
    this.time = formats.ofTimes();
  }

  Optional<LocalDate> date(String text) {
    return parsed(() -> LocalDate.parse(TextNormalizer.line(text), date));
  }

  Optional<LocalTime> time(String text) {
    return parsed(() -> LocalTime.parse(TextNormalizer.line(text), time));
  }

  /** Start and end, or a start only. */
  Optional<List<LocalTime>> range(String text) {
    List<Optional<LocalTime>> ends =
        Arrays.stream(text.split(between, -1)).map(this::time).toList();
    return ends.size() <= 2 && ends.stream().allMatch(Optional::isPresent)
        ? Optional.of(ends.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  /** By its full or its short name. */
  Optional<DayOfWeek> weekday(String text) {
    String name = withoutDot(TextNormalizer.line(text));
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> names(day).anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  private Stream<String> names(DayOfWeek day) {
    return Stream.of(TextStyle.FULL, TextStyle.SHORT)
        .map(style -> withoutDot(day.getDisplayName(style, locale)));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private interface Parse<T> {
    T get();
  }

  private static <T> Optional<T> parsed(Parse<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException no) {
      return Optional.empty();
    }
  }
}
