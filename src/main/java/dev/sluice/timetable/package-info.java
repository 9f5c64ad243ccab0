/** Reads events from the tables of timetables, by profiles of how an institution prints them. */
package dev.sluice.timetable;
