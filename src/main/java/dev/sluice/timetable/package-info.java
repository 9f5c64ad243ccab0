/** Events from the tables of timetables, by profiles that say how an institution's look. */
package dev.sluice.timetable;
