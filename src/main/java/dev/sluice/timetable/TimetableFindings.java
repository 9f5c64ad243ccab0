package dev.sluice.timetable;

import dev.sluice.pdf.content.Flag;
import java.util.List;

/**
 * The result of looking for a timetable.
 *
 * @param timetable null when the document is none
 * @param flags what its owner should know about it
 */
public record TimetableFindings(Timetable timetable, List<Flag> flags) {

  /** Nothing was looked for, or nothing found. */
  public static final TimetableFindings NONE = new TimetableFindings(null, List.of());

  /** Those of a timetable: everything that was not understood is a flag. */
  static TimetableFindings of(Timetable timetable) {
    return new TimetableFindings(
        timetable,
        timetable.notUnderstood().stream()
            .map(strange -> new Flag(strange.page(), UnreadRow.FLAG, strange.text()))
            .toList());
  }
}
