package dev.sluice.timetable;

/**
 * Something in a timetable that no event says.
 *
 * @param page from 1
 * @param text as it stands there
 */
public record UnreadRow(int page, String text) {

  /** The code of the flags that tell of it. */
  public static final String FLAG = "not-understood";
}
