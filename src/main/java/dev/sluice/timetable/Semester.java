package dev.sluice.timetable;

import java.time.LocalDate;

/**
 * The period in which the lectures of an offering take place.
 *
 * @param offered such as S1; null for any
 * @param first day
 * @param last day, which is part of it
 */
public record Semester(String offered, LocalDate first, LocalDate last) {

  /** Throws {@link IllegalArgumentException} naming the key. */
  public Semester {
    ProfileChecks.that(first != null, "first", "is missing");
    ProfileChecks.that(last != null, "last", "is missing");
    ProfileChecks.that(!last.isBefore(first), "last", "is before first");
  }

  boolean isOf(String code) {
    return offered == null || offered.equalsIgnoreCase(code);
  }
}
