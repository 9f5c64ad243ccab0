package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.exam;
import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What calendar programs are told about a zone, and what another library makes of it. */
class ZoneDescriptionTest {

  private static final DateRange YEARS =
      new DateRange(LocalDate.parse("2024-01-01"), LocalDate.parse("2029-12-31"));

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU, FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "America/New_York, FREQ=YEARLY;BYMONTH=3;BYDAY=2SU, FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    "Australia/Sydney, FREQ=YEARLY;BYMONTH=10;BYDAY=1SU, FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"
  })
  void aZoneIsOneStandardTimeAndOneSummerTimeWithRules(String zone, String summer, String winter) {
    String text = write(zone, YEARS);

    assertThat(part(text, "DAYLIGHT")).hasSize(1).allMatch(one -> one.contains("RRULE:" + summer));
    assertThat(part(text, "STANDARD")).hasSize(1).allMatch(one -> one.contains("RRULE:" + winter));
  }

  @Test
  void theRulesAreThoseOfTheZoneFromTheirFirstYear() {
    assertThat(write("Europe/Berlin", YEARS))
        .contains(
            "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\n"
                + "TZOFFSETTO:+0200\r\n",
            "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
                + "TZOFFSETTO:+0100\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Africa/Johannesburg", "Asia/Kolkata", "UTC"})
  void aZoneWithoutSummerTimeIsOneStandardTimeWithoutRule(String zone) {
    String text = write(zone, YEARS);

    assertThat(part(text, "DAYLIGHT")).isEmpty();
    assertThat(part(text, "STANDARD")).hasSize(1).noneMatch(one -> one.contains("RRULE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Africa/Casablanca", "America/Santiago"})
  void changesThatNoRuleSaysAreNamedOneByOne(String zone) {
    String text = write(zone, YEARS);

    assertThat(part(text, "STANDARD")).hasSizeGreaterThan(5).noneMatch(it -> it.contains("RRULE"));
  }

  @Test
  void daysFromBeforeTheRuleAreNotDescribedByIt() {
    DateRange before = new DateRange(LocalDate.parse("2005-01-01"), LocalDate.parse("2008-12-31"));

    assertThat(write("America/New_York", before)).contains("BEGIN:VTIMEZONE");
    assertThat(part(write("America/New_York", before), "DAYLIGHT")).hasSizeGreaterThan(3);
    assertInstants("America/New_York", before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Africa/Johannesburg",
        "Europe/Berlin",
        "America/New_York",
        "Australia/Sydney",
        "Asia/Kolkata",
        "Africa/Casablanca",
        "America/Santiago",
        "Europe/Dublin",
        "Australia/Lord_Howe",
        "Asia/Jerusalem",
        "Africa/Cairo",
        "UTC"
      })
  void localTimesAreTheSameInstantsAgain(String zone) {
    assertInstants(zone, YEARS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Sydney"})
  void aWeeklyEventStaysAtItsTimeOverChangesOfTheClock(String name) {
    // Given
    ZoneId zone = ZoneId.of(name);
    Semester semester = new Semester("S2", YEARS.first(), YEARS.last());
    AcademicYear year = new AcademicYear(zone, Map.of("S2", semester), List.of(), Map.of());

    // When
    ICalendar calendar =
        Calendars.read(Calendars.write(year, List.of(lecture().on(DayOfWeek.MONDAY).event())));

    // Then
    assertThat(Calendars.occurrences(calendar, calendar.getEvents().get(0)))
        .hasSize(314)
        .allMatch(time -> time.toLocalTime().equals(LocalTime.of(8, 30)));
  }

  /** But for days on which clocks are changed, when the reading library is not exact. */
  private static void assertInstants(String name, DateRange days) {
    ZoneId zone = ZoneId.of(name);
    List<LocalDate> checked =
        days.first()
            .datesUntil(days.last())
            .filter(
                day ->
                    day.atStartOfDay(zone)
                        .plusDays(1)
                        .toInstant()
                        .equals(day.atStartOfDay(zone).toInstant().plusSeconds(86_400)))
            .toList();
    List<TimetableEvent> events =
        checked.stream()
            .map(day -> exam(day).module("M" + day).from(LocalTime.of(7, 30)).event())
            .toList();
    AcademicYear year = new AcademicYear(zone, Map.of(), List.of(), Map.of());

    assertThat(Calendars.read(Calendars.write(year, events)).getEvents())
        .extracting(event -> event.getDateStart().getValue().toInstant())
        .isEqualTo(
            checked.stream().map(day -> day.atTime(7, 30).atZone(zone).toInstant()).toList());
  }

  private static String write(String zone, DateRange days) {
    AcademicYear year = new AcademicYear(ZoneId.of(zone), Map.of(), List.of(), Map.of());
    return Calendars.write(
        year, List.of(exam(days.first()).event(), exam(days.last()).module("COS 2").event()));
  }

  /** What a text has between lines that begin and end such a part. */
  private static List<String> part(String text, String name) {
    return Stream.of(text.split("BEGIN:" + name + "\r\n"))
        .skip(1)
        .map(part -> part.substring(0, part.indexOf("END:" + name)))
        .toList();
  }
}
