package dev.sluice.timetable;

import java.util.List;

/**
 * A column of a profile.
 *
 * @param headers how its header may be spelt; capitals and line breaks do not matter
 * @param lines what the lines of one cell are
 * @param optional true when tables may lack it
 */
public record ProfileColumn(
    TimetableField field, List<String> headers, Lines lines, boolean optional) {

  /** What the lines of one cell are. */
  public enum Lines {
    /** All lines together are one value. */
    WRAP,
    /** Each line is a value. */
    EACH,
    /** Each stands beside the line of the event that it is about, or below it if it is wrapped. */
    BESIDE
  }

  /** Fills in the usual; throws {@link IllegalArgumentException} naming the key. */
  public ProfileColumn {
    ProfileChecks.that(field != null, "field", "is missing");
    ProfileChecks.that(headers != null && !headers.isEmpty(), "headers", "names no header");
    ProfileChecks.texts("headers", headers);
    headers = headers.stream().map(TextNormalizer::plain).toList();
    lines = lines == null ? Lines.WRAP : lines;
  }

  boolean isHeadedBy(String header) {
    return headers.contains(TextNormalizer.plain(header));
  }
}
