package dev.sluice.timetable;

import java.time.LocalDate;

/**
 * A period without lectures.
 *
 * @param first day
 * @param last day, which is part of it
 */
public record Recess(LocalDate first, LocalDate last) {

  /** Throws {@link IllegalArgumentException} naming the key. */
  public Recess {
    ProfileChecks.that(first != null, "first", "is missing");
    ProfileChecks.that(last != null, "last", "is missing");
    ProfileChecks.that(!last.isBefore(first), "last", "is before first");
  }

  /** True when there are no lectures on this day. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
