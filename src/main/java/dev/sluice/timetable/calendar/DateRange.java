package dev.sluice.timetable.calendar;

import java.time.LocalDate;

/**
 * A range of days, the last one included.
 *
 * @param first not after {@code last}
 */
record DateRange(LocalDate first, LocalDate last) {

  /** Refuses a range that ends before it begins. */
  DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
