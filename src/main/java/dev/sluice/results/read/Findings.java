package dev.sluice.results.read;

/**
 * What a document turned out to be.
 *
 * @param title that it gives itself, or null
 * @param timetable profile by which it was read as one, or null if it is none
 */
record Findings(String title, String timetable) {

  /** Of a document that was not read. */
  static final Findings NONE = new Findings(null, null);
}
