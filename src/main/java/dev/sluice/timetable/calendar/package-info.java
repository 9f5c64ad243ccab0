/**
 * Timetables as calendars (RFC 5545): a file to import, or a link for calendar programs to poll.
 */
package dev.sluice.timetable.calendar;
