package dev.sluice.timetable.calendar;

import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.Month;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * A change of clocks at the same time every year, on the same weekday of the same month, such as
 * the second Sunday in March.
 *
 * @param week of the month, from 1; -1 is the last
 */
record YearlyChange(ZoneOffsetTransitionRule rule, int week) {

  /** The usual first year of such descriptions, which need no earlier one. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2100;
  private static final int LAST_WEEK = -1;

  /**
   * The rule as such a change; empty if its days are others, like the first Sunday after the 1st.
   */
  static Optional<YearlyChange> of(ZoneOffsetTransitionRule rule) {
    List<LocalDateTime> times =
        IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .mapToObj(year -> rule.createTransition(year).getDateTimeBefore())
            .toList();
    boolean alike =
        isSame(times, LocalDateTime::getMonth)
            && isSame(times, LocalDateTime::getDayOfWeek)
            && isSame(times, LocalDateTime::toLocalTime);
    return alike ? week(times).map(week -> new YearlyChange(rule, week)) : Optional.empty();
  }

  /** When it happened first. */
  LocalDateTime first() {
    return rule.createTransition(FIRST_YEAR).getDateTimeBefore();
  }

  /** How it recurs. */
  Recur<LocalDateTime> recurrence() {
    LocalDateTime first = first();
    return new Recur.Builder<LocalDateTime>()
        .frequency(Frequency.YEARLY)
        .monthList(Month.valueOf(first.getMonthValue()))
        .dayList(new WeekDay(WeekDay.getWeekDay(first.getDayOfWeek()), week))
        .build();
  }

  /** Whether clocks go forward to summer time. */
  boolean isToSummer() {
    return !rule.getOffsetAfter().equals(rule.getStandardOffset());
  }

  boolean explains(ZoneOffsetTransition change) {
    return change.equals(rule.createTransition(change.getDateTimeBefore().getYear()));
  }

  private static Optional<Integer> week(List<LocalDateTime> times) {
    if (times.stream().allMatch(YearlyChange::isInLastWeek)) {
      return Optional.of(LAST_WEEK);
    }
    return isSame(times, YearlyChange::weekOf)
        ? Optional.of(weekOf(times.get(0)))
        : Optional.empty();
  }

  private static int weekOf(LocalDateTime time) {
    return (time.getDayOfMonth() - 1) / 7 + 1;
  }

  private static boolean isInLastWeek(LocalDateTime time) {
    return time.plusWeeks(1).getMonth() != time.getMonth();
  }

  private static boolean isSame(List<LocalDateTime> times, Function<LocalDateTime, ?> part) {
    return times.stream().map(part).distinct().count() == 1;
  }
}
