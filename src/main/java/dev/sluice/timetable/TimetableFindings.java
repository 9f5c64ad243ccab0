package dev.sluice.timetable;

import dev.sluice.pdf.content.Flag;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of looking for a timetable.
 *
 * @param timetable null when the document is none
 * @param flags what its owner should know about it
 */
public record TimetableFindings(Timetable timetable, List<Flag> flags) {

  /** The code of the flag of a timetable whose days had all passed when it came in. */
  private static final String PAST = "timetable-past";

  /** Nothing was looked for, or nothing found. */
  public static final TimetableFindings NONE = new TimetableFindings(null, List.of());

  /** Those of a timetable: what was not understood is a flag, and that all of it has passed. */
  static TimetableFindings of(Timetable timetable, Profile profile, LocalDate received) {
    Stream<Flag> unread =
        timetable.notUnderstood().stream()
            .map(row -> new Flag(row.page(), UnreadRow.FLAG, row.text()));
    Stream<Flag> past =
        timetable.lastDay(profile, received).filter(last -> last.isBefore(received)).stream()
            .map(last -> new Flag(0, PAST, "Its last day was %s.".formatted(last)));
    return new TimetableFindings(timetable, Stream.concat(unread, past).toList());
  }
}
