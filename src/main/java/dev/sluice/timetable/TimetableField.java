package dev.sluice.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The meaning of a column of a timetable. */
public enum TimetableField {
  MODULE,
  OFFERED,
  GROUP,
  LANGUAGE,
  /** A type's letter or name, as the profile's types have it. */
  TYPE,
  ACTIVITY,
  TEST,
  PAPER,
  WEEKDAY,
  DATE,
  /** Start and end. */
  TIME,
  START,
  END,
  VENUE,
  CAMPUS,
  @JsonProperty("exam-campus")
  EXAM_CAMPUS,
  STATUS,
  COMMENTS,
  PROGRAMME,
  /** The column is not part of an event. */
  IGNORED;

  /** As it is called in profiles, e.g. {@code exam-campus}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
