package dev.sluice.timetable.calendar;

import java.util.List;

/**
 * What a timetable's owner should know about its calendar.
 *
 * @param eventsLeftOut number of wanted events that it lacks, whatever the reason
 * @param past whether all of it has passed by today
 * @param semesters whose dates it was given, such as {@code S1:2026-02-09..2026-05-22}
 */
public record CalendarSummary(int eventsLeftOut, boolean past, List<String> semesters) {

  /** Makes its list unchangeable. */
  public CalendarSummary {
    semesters = List.copyOf(semesters);
  }
}
