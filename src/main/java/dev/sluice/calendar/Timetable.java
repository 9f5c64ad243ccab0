package dev.sluice.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.util.List;

/**
 * A document's events, with when their institution teaches.
 *
 * @param profile by which they were read
 */
record Timetable(String profile, List<TimetableEvent> events, AcademicYear year) {}
