/**
 * What owners choose for their timetables of one profile: it outlives each document, and serves the
 * next one. The API calls it a timetable.
 */
package dev.sluice.timetable.plan;
