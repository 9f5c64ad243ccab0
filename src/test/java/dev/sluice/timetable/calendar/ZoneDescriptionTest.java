package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.exam;
import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

  /** The reading library takes some of such changes for none, so it only parses them here. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Africa/Casablanca", "Africa/Cairo", "America/Santiago", "Asia/Jerusalem"})
  void changesThatNoRuleSaysAreNamedOneByOne(String zone) {
    // When
    String text = write(zone, YEARS);
    NavigableMap<LocalDateTime, ZoneOffset> changes = changes(Calendars.read(text));

    // Then
    assertThat(part(text, "STANDARD")).noneMatch(change -> change.contains("RRULE"));
    assertThat(YEARS.first().datesUntil(YEARS.last()).map(day -> day.atTime(7, 30)))
        .allMatch(
            time ->
                changes
                    .floorEntry(time)
                    .getValue()
                    .equals(ZoneId.of(zone).getRules().getOffset(time)));
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
        "America/Santiago",
        "Europe/Dublin",
        "UTC"
      })
  void localTimesAreTheSameInstantsAgain(String zone) {
    for (int year = 2024; year < 2030; year++) {
      assertInstants(zone, new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Africa/Johannesburg", "Europe/Berlin", "America/New_York"})
  void soTheyAreInACalendarOfSeveralYears(String zone) {
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
            .datesUntil(days.last(), Period.ofDays(3))
            .filter(day -> hasNoChange(day, zone))
            .toList();
    List<TimetableEvent> events =
        checked.stream()
            .map(day -> exam(day).module(day.toString()).from(LocalTime.of(7, 30)).event())
            .toList();
    AcademicYear year = new AcademicYear(zone, Map.of(), List.of(), Map.of());

    List<VEvent> read = Calendars.read(Calendars.write(year, events)).getEvents();

    assertThat(read).hasSameSizeAs(checked);
    assertThat(IntStream.range(0, read.size()))
        .filteredOn(n -> !isAt(read.get(n), checked.get(n).atTime(7, 30).atZone(zone)))
        .extracting(checked::get)
        .isEmpty();
  }

  /** The offset since each change, which stands in the text by the clock before it. */
  private static NavigableMap<LocalDateTime, ZoneOffset> changes(ICalendar calendar) {
    VTimezone zone = calendar.getTimezoneInfo().getComponents().iterator().next();
    NavigableMap<LocalDateTime, ZoneOffset> changes = new TreeMap<>();
    Stream.concat(zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
        .forEach(change -> changes.put(time(change), offset(change)));
    return changes;
  }

  private static LocalDateTime time(Observance change) {
    DateTimeComponents time = change.getDateStart().getValue().getRawComponents();
    return LocalDateTime.of(
        time.getYear(), time.getMonth(), time.getDate(), time.getHour(), time.getMinute());
  }

  private static ZoneOffset offset(Observance change) {
    long millis = change.getTimezoneOffsetTo().getValue().getMillis();
    return ZoneOffset.ofTotalSeconds((int) (millis / 1000));
  }

  private static boolean isAt(VEvent event, ZonedDateTime time) {
    return event.getDateStart().getValue().toInstant().equals(time.toInstant());
  }

  private static boolean hasNoChange(LocalDate day, ZoneId zone) {
    Duration length = Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone));
    return length.equals(Duration.ofDays(1));
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
