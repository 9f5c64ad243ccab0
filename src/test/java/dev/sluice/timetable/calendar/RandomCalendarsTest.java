package dev.sluice.timetable.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a timetable says, another library finds the same times in its calendar. */
class RandomCalendarsTest {

  private static final List<String> ZONES =
      List.of("Africa/Johannesburg", "Europe/Berlin", "Asia/Kolkata");
  private static final String LETTERS = "aB9 ,;:\\\"\n\tßé漢😀م%=";

  private Random random;

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCalendarIsValidAndHasEachEventAtItsTimes(int seed) {
    // Given
    random = new Random(seed);
    AcademicYear year = year();
    List<TimetableEvent> events =
        IntStream.range(0, random.nextInt(12)).mapToObj(n -> event()).toList();

    // When
    String text = Calendars.write(year, events);
    ICalendar calendar = Calendars.read(text);

    // Then
    List<List<LocalDateTime>> expected =
        events.stream().map(event -> times(event, year)).filter(t -> !t.isEmpty()).toList();
    assertThat(calendar.getEvents())
        .extracting(event -> Calendars.occurrences(calendar, event))
        .isEqualTo(expected);
    assertThat(calendar.getEvents())
        .extracting(event -> event.getUid().getValue())
        .doesNotHaveDuplicates();
    CalendarTextTest.assertLinesAreShort(text);
  }

  /** Day by day, without any rule. */
  private static List<LocalDateTime> times(TimetableEvent event, AcademicYear year) {
    LocalTime start = event.start() == null ? LocalTime.MIDNIGHT : event.start();
    if (!event.recurring()) {
      return event.date() == null ? List.of() : List.of(event.date().atTime(start));
    }
    List<LocalDateTime> times = new ArrayList<>();
    Semester semester = year.semesters().get(event.offered());
    for (LocalDate day = semester.first();
        !day.isAfter(semester.last()) && event.start() != null;
        day = day.plusDays(1)) {
      if (day.getDayOfWeek() == event.weekday() && !year.isFree(day)) {
        times.add(day.atTime(start));
      }
    }
    return times;
  }

  private AcademicYear year() {
    Map<String, Semester> semesters =
        Map.of("S1", semester("S1", 150), "S2", semester("S2", 20), "Y", semester("Y", 300));
    return new AcademicYear(
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
        semesters,
        IntStream.range(0, random.nextInt(6)).mapToObj(n -> range(9)).toList(),
        semesters);
  }

  private Semester semester(String offered, int days) {
    DateRange range = range(days);
    return new Semester(offered, range.first(), range.last());
  }

  private DateRange range(int days) {
    LocalDate first = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
    return new DateRange(first, first.plusDays(random.nextInt(days)));
  }

  /** Never a Sunday, when clocks are changed: the reading library is not exact on those days. */
  private LocalDate weekday() {
    LocalDate day = range(1).first();
    return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  private TimetableEvent event() {
    CalendarEvents event =
        random.nextBoolean()
            ? CalendarEvents.lecture()
            : CalendarEvents.exam(random.nextInt(5) == 0 ? null : weekday());
    LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(60));
    return event
        .module("M" + random.nextInt(4) + text(3))
        .activity("L" + random.nextInt(3))
        .offered(List.of("S1", "S2", "Y").get(random.nextInt(3)))
        .on(DayOfWeek.of(1 + random.nextInt(6)))
        .from(random.nextInt(8) == 0 ? null : start)
        .to(random.nextInt(8) == 0 ? null : LocalTime.of(random.nextInt(24), 5))
        .in(text(80), text(5))
        .comments(text(300))
        .event();
  }

  private String text(int longest) {
    int[] letters = LETTERS.codePoints().toArray();
    return random
        .ints(random.nextInt(longest), 0, letters.length)
        .map(n -> letters[n])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
