package dev.sluice.timetable.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Describes a zone's clock changes in a calendar, by the JDK's rules. The rules of ical4j would be
 * installed for the whole JVM, again by each of its registries.
 *
 * <p>Calendar programs read one standard time and one summer time with rules best, so a zone is
 * described like this where it is true of all days of the calendar. Otherwise each change is named.
 */
final class ZoneDescription {

  /**
   * Time before the first day at which the description begins. Some programs understand summer time
   * only together with standard time.
   */
  private static final Period BEFORE = Period.ofMonths(13);

  private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final int SUMMER_AND_WINTER = 2;

  private ZoneDescription() {}

  /** The zone as it is from the first of the days to the last. */
  static VTimeZone of(ZoneId zone, DateRange days) {
    VTimeZone description = new VTimeZone();
    description.add(new TzId(zone.getId()));
    observances(zone, days).forEach(description::add);
    return description;
  }

  private static List<Observance> observances(ZoneId zone, DateRange days) {
    ZoneRules rules = zone.getRules();
    Instant begin = days.first().minus(BEFORE).atStartOfDay(zone).toInstant();
    Instant end = days.last().plusDays(1).atStartOfDay(zone).toInstant();
    List<ZoneOffsetTransition> changes = changes(rules, begin, end);
    if (changes.stream().noneMatch(change -> change.getInstant().isAfter(begin))) {
      return List.of(always(rules.getOffset(begin)));
    }
    List<YearlyChange> yearly =
        rules.getTransitionRules().stream()
            .map(YearlyChange::of)
            .flatMap(Optional::stream)
            .toList();
    return explain(yearly, changes)
        ? yearly.stream().map(ZoneDescription::everyYear).toList()
        : named(rules, begin, changes);
  }

  private static boolean explain(List<YearlyChange> yearly, List<ZoneOffsetTransition> changes) {
    return yearly.size() == SUMMER_AND_WINTER
        && changes.stream()
            .allMatch(change -> yearly.stream().anyMatch(rule -> rule.explains(change)));
  }

  /** The last change before the begin, if there was one, and all until the end. */
  private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant begin, Instant end) {
    ZoneOffsetTransition last = rules.previousTransition(begin);
    return Stream.iterate(
            last == null ? rules.nextTransition(begin) : last,
            change -> change != null && change.getInstant().isBefore(end),
            change -> rules.nextTransition(change.getInstant()))
        .toList();
  }

  private static List<Observance> named(
      ZoneRules rules, Instant begin, List<ZoneOffsetTransition> changes) {
    Stream<Observance> since = changes.stream().map(change -> since(change, rules));
    boolean isFirstKnown = !changes.get(0).getInstant().isAfter(begin);
    return isFirstKnown
        ? since.toList()
        : Stream.concat(Stream.of(always(rules.getOffset(begin))), since).toList();
  }

  private static Observance always(ZoneOffset offset) {
    return observance(false, EVER, offset, offset);
  }

  private static Observance since(ZoneOffsetTransition change, ZoneRules rules) {
    return observance(
        rules.isDaylightSavings(change.getInstant()),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static Observance everyYear(YearlyChange change) {
    ZoneOffsetTransitionRule rule = change.rule();
    Observance observance =
        observance(
            change.isToSummer(), change.first(), rule.getOffsetBefore(), rule.getOffsetAfter());
    observance.add(new RRule<>(change.recurrence()));
    return observance;
  }

  private static Observance observance(
      boolean summer, LocalDateTime since, ZoneOffset before, ZoneOffset after) {
    Observance observance = summer ? new Daylight() : new Standard();
    observance.add(new DtStart<>(since));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }
}
