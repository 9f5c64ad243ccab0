package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.exam;
import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static dev.sluice.timetable.calendar.Calendars.occurrences;
import static dev.sluice.timetable.calendar.Calendars.read;
import static dev.sluice.timetable.calendar.Calendars.write;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

  @Test
  void aWeeklyEventIsOnFromTheFirstSuchDayOfItsSemesterToItsLastDayWithoutFreeDays() {
    // Given: a semester that ends on a Friday, with a week of recess
    String text = write(lecture().on(DayOfWeek.FRIDAY).event());

    // When
    ICalendar calendar = read(text);
    List<LocalDateTime> times = occurrences(calendar, calendar.getEvents().get(0));

    // Then
    assertThat(times)
        .hasSize(14)
        .startsWith(LocalDateTime.parse("2025-07-25T08:30"))
        .endsWith(LocalDateTime.parse("2025-10-31T08:30"))
        .doesNotContain(LocalDateTime.parse("2025-10-03T08:30"));
    assertThat(text)
        .contains(
            "DTSTART;TZID=Africa/Johannesburg:20250725T083000\r\n",
            "DTEND;TZID=Africa/Johannesburg:20250725T092000\r\n",
            "RRULE:FREQ=WEEKLY;UNTIL=20251031T215959Z;BYDAY=FR\r\n",
            "EXDATE;TZID=Africa/Johannesburg:20251003T083000\r\n");
  }

  @Test
  void freeDaysThatHitNoOccurrenceAreNotNamed() {
    assertThat(write(lecture().offered("S1").event())).doesNotContain("EXDATE");
  }

  @Test
  void eachEventIsInItsOwnSemester() {
    // When
    ICalendar calendar =
        read(
            write(
                lecture().offered("S1").event(),
                lecture().offered("S2").event(),
                lecture().offered("Y").event()));

    // Then
    assertThat(calendar.getEvents())
        .extracting(event -> occurrences(calendar, event).get(0).toLocalDate().toString())
        .containsExactly("2025-02-17", "2025-07-21", "2025-02-17");
  }

  @Test
  void datesThatAreChosenCountInsteadOfThePublishedOnes() {
    // When
    ICalendar calendar =
        read(write(Calendars.chosen(YEAR, "2026-02-16", "2026-02-23"), List.of(lecture().event())));

    // Then
    assertThat(occurrences(calendar, calendar.getEvents().get(0)))
        .containsExactly(
            LocalDateTime.parse("2026-02-16T08:30"), LocalDateTime.parse("2026-02-23T08:30"));
  }

  @Test
  void anExamIsOnceAndSaysThatItsEndIsAssumed() {
    // When
    ICalendar calendar = read(write(exam(LocalDate.parse("2025-11-12")).event()));
    VEvent exam = calendar.getEvents().get(0);

    // Then
    assertThat(occurrences(calendar, exam))
        .containsExactly(LocalDateTime.parse("2025-11-12T07:30"));
    assertThat(exam.getDateEnd().getValue().toInstant()).hasToString("2025-11-12T08:30:00Z");
    assertThat(exam.getSummary().getValue()).isEqualTo("COS 110 Exam Written");
    assertThat(exam.getDescription().getValue())
        .contains("Paper: 1", "Status: FINAL", "Campus: HATFIELD", "the end is assumed");
  }

  @Test
  void anExamWhoseTimeIsNotKnownYetIsAllDayLong() {
    VEvent exam =
        read(write(exam(LocalDate.parse("2025-11-12")).from(null).to(null).event()))
            .getEvents()
            .get(0);

    assertThat(exam.getDateStart().getValue().hasTime()).isFalse();
    assertThat(exam.getDescription().getValue()).endsWith("The time is not known yet.");
  }

  @Test
  void eventsWithoutADayAreCountedWhereTheyAreMissed() {
    // When
    String text =
        write(
            exam(null).event(), exam(null).event(), lecture().on(null).event(), lecture().event());

    // Then
    assertThat(read(text).getEvents()).hasSize(1);
    assertThat(text).contains("X-WR-CALDESC:3 events are not in this calendar");
  }

  @Test
  void eventsWhoseDatesNobodyKnowsAreCountedAndTheirSemesterIsNamed() {
    // When
    String text =
        write(lecture().offered("Q9").event(), exam(null).event(), lecture().event())
            .replace("\r\n ", "");

    // Then
    assertThat(read(text).getEvents()).hasSize(1);
    assertThat(text)
        .contains("X-WR-CALDESC:2 events are not in this calendar")
        .contains("Nobody knows when the semester begins and ends: Q9.");
  }

  @Test
  void aCalendarOfDaysThatHadPassedWhenItsTimetableCameInSaysSo() {
    assertThat(write(lecture().offered("S1").event()).replace("\r\n ", ""))
        .contains("All of it had passed when the timetable came in\\, on 2025-07-01.");
    assertThat(write(lecture().offered("S1").event(), lecture().event()))
        .doesNotContain("had passed");
  }

  @Test
  void aCalendarTellsWhichDatesItsWeeklyEventsWereGiven() {
    String text = write(lecture().event()).replace("\r\n ", "");

    assertThat(text)
        .contains("X-WR-CALDESC:Weekly events of S2 are from 2025-07-21 to 2025-10-31.");
  }

  @Test
  void anEventHasItsPlaceItsColourAndWhatElseThereIsToKnow() {
    // When
    VEvent event =
        read(write(lecture().in("IT 4-1", "IT 4-2").comments("Bring a laptop; or not").event()))
            .getEvents()
            .get(0);

    // Then
    assertThat(event.getSummary().getValue()).isEqualTo("COS 110 L1");
    assertThat(event.getLocation().getValue()).isEqualTo("IT 4-1, IT 4-2");
    assertThat(event.getDescription().getValue())
        .isEqualTo("Group: G01\nLanguage: E\nCampus: HATFIELD\nComments: Bring a laptop; or not");
    assertThat(event.getCategories().get(0).getValues()).containsExactly("COS 110");
    assertThat(event.getColor().getValue()).isEqualTo(ModuleColour.of("COS 110"));
  }

  @Test
  void textOfAnyKindComesBackAsItWas() {
    // Given
    String text = "a,b;c\\d \\n :\"'^ \t é 😀 مرحبا".repeat(5);

    // When
    String calendar =
        write(lecture().module("X,Y;Z\\").in(text).comments(text + "\n" + text).event());
    VEvent event = read(calendar).getEvents().get(0);

    // Then
    assertThat(event.getLocation().getValue()).isEqualTo(text);
    assertThat(event.getDescription().getValue()).endsWith("Comments: " + text + "\n" + text);
    assertThat(event.getCategories().get(0).getValues()).containsExactly("X,Y;Z\\");
    assertLinesAreShort(calendar);
  }

  @Test
  void controlCharactersAreLeftOut() {
    String calendar = write(lecture().comments("a\u0000b\u0007c\rd\u0085e\u007f").event());

    assertThat(calendar).contains("Comments: abcde\r\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @Test
  void theZoneIsDescribedAlsoWhereClocksAreChanged() {
    // Given: summer time ends on 26 October 2025, during the semester
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    AcademicYear year = new AcademicYear(berlin, YEAR.semesters(), List.of(), YEAR.published());

    // When
    ICalendar calendar = read(write(year, List.of(lecture().event())));

    // Then
    assertThat(calendar.getTimezoneInfo().getComponents()).hasSize(1);
    assertThat(occurrences(calendar, calendar.getEvents().get(0)))
        .allMatch(time -> time.toLocalTime().equals(LocalTime.of(8, 30)))
        .hasSize(15);
    assertThat(calendar.getTimezoneInfo().getComponents().iterator().next().getStandardTimes())
        .anyMatch(
            standard ->
                standard.getTimezoneOffsetFrom().getValue().getMillis() == 7_200_000
                    && standard.getTimezoneOffsetTo().getValue().getMillis() == 3_600_000);
  }

  @Test
  void theJvmKnowsNoFurtherZonesAfterwards() {
    // Given
    int zones = ZoneId.getAvailableZoneIds().size();

    // When
    write(lecture().event());

    // Then
    assertThat(ZoneId.getAvailableZoneIds()).hasSize(zones);
  }

  @Test
  void anEmptyCalendarIsACalendar() {
    assertThat(Calendars.read(write()).getEvents()).isEmpty();
  }

  @Test
  void theSameEventsAreTheSameText() {
    assertThat(write(lecture().event())).isEqualTo(write(lecture().event()));
  }

  static void assertLinesAreShort(String calendar) {
    assertThat(Arrays.stream(calendar.split("\r\n")))
        .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
  }
}
