package dev.sluice.timetable.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.timetable.TimetableEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Detects whether an event changed, in itself or by its institution's dates of the semester. The
 * dates that a caller chooses are not a change.
 */
final class EventFingerprint {

  private EventFingerprint() {}

  /** SHA-256 in hexadecimal. */
  static String of(TimetableEvent event, EventText text, AcademicYear year) {
    return sha256(
        join(
            text.summary(),
            text.location(),
            text.description(),
            event.weekday(),
            event.date(),
            event.start(),
            event.end(),
            days(event, year.asPublished())));
  }

  /** SHA-256 of a text in UTF-8, in hexadecimal. */
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String days(TimetableEvent event, AcademicYear year) {
    return EventSchedule.of(event, year)
        .filter(EventSchedule::isWeekly)
        .map(schedule -> join(schedule.day(), schedule.until(), schedule.except()))
        .orElse("");
  }

  private static String join(Object... parts) {
    return Stream.of(parts).map(String::valueOf).collect(Collectors.joining("\n"));
  }
}
