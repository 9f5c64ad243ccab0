package dev.sluice.results.download;

import java.util.Locale;

/** What is downloaded of documents. */
enum DownloadContent {
  /** The files as they were sent. */
  ORIGINALS,
  /** The text of all pages. */
  TEXT,
  /** The same as Markdown. */
  MARKDOWN,
  /** Each table as CSV. */
  TABLES,
  /** The events of timetables as CSV. */
  EVENTS;

  /** Reads a parameter; throws {@link IllegalArgumentException} on an unknown one. */
  static DownloadContent of(String label) {
    for (DownloadContent content : values()) {
      if (content.name().toLowerCase(Locale.ROOT).equals(label)) {
        return content;
      }
    }
    throw new IllegalArgumentException("not known");
  }
}
