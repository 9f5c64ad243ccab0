package dev.sluice.timetable;

/**
 * Text in a timetable that is part of no event.
 *
 * @param page from 1
 * @param text as it stands there
 */
public record UnreadRow(int page, String text) {

  /** The code of its flag. */
  public static final String FLAG = "not-understood";
}
