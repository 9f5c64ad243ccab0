package dev.sluice.timetable.calendar;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The properties of a calendar as a whole.
 *
 * @param remark what it lacks, or empty
 * @param revisedAt when its events became known, in whole seconds: a stored time and not the
 *     present, because equal calendars must be equal texts
 */
record CalendarHeader(String name, String remark, Instant revisedAt, ZoneId zone) {}
