package dev.sluice.timetable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The period in which the lectures of an offering take place in one year; as text {@code
 * S1:2026-02-09..2026-05-22}.
 *
 * @param offered such as S1; null for any, and then absent from the text
 * @param first day
 * @param last day, which is part of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Semester(String offered, LocalDate first, LocalDate last) {

  private static final String EXAMPLE = "S1:2026-02-09..2026-05-22";
  private static final Pattern TEXT =
      Pattern.compile("(?:([^:,\\p{Cc}]{1,40}):)?([-\\d]+)\\.\\.([-\\d]+)");

  /** Throws {@link IllegalArgumentException} naming the key. */
  @JsonCreator(mode = Mode.PROPERTIES)
  public Semester {
    ProfileChecks.that(first != null, "first", "is missing");
    ProfileChecks.that(last != null, "last", "is missing");
    ProfileChecks.that(!last.isBefore(first), "last", "is before first");
  }

  /** Reads its text; throws {@link IllegalArgumentException} naming what is wrong with it. */
  @JsonCreator(mode = Mode.DELEGATING)
  public static Semester parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    ProfileChecks.that(matcher.matches(), "first and last", "must be as in " + EXAMPLE);
    return new Semester(
        matcher.group(1), day("first", matcher.group(2)), day("last", matcher.group(3)));
  }

  @Override
  public String toString() {
    return (offered == null ? "" : offered + ":") + first + ".." + last;
  }

  private static LocalDate day(String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDate) {
      throw new IllegalArgumentException(key + " is not a date as in " + EXAMPLE, noDate);
    }
  }
}
