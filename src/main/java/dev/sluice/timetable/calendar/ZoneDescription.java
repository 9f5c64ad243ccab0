package dev.sluice.timetable.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Describes a zone's clock changes in a calendar, by the JDK's rules. The rules of ical4j would be
 * installed for the whole JVM, again by each of its registries.
 */
final class ZoneDescription {

  /**
   * Time before the first day at which the description begins. Some programs understand summer time
   * only together with standard time.
   */
  private static final Period BEFORE = Period.ofMonths(13);

  private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

  private ZoneDescription() {}

  /** The zone as it is from the first of the days to the last. */
  static VTimeZone of(ZoneId zone, DateRange days) {
    VTimeZone description = new VTimeZone();
    description.add(new TzId(zone.getId()));
    Instant begin = days.first().minus(BEFORE).atStartOfDay(zone).toInstant();
    Instant end = days.last().plusDays(1).atStartOfDay(zone).toInstant();
    List<ZoneOffsetTransition> changes = changes(zone.getRules(), begin, end);
    if (changes.isEmpty() || changes.get(0).getInstant().isAfter(begin)) {
      description.add(always(zone.getRules().getOffset(begin)));
    }
    changes.forEach(change -> description.add(since(change, zone.getRules())));
    return description;
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

  private static Observance always(ZoneOffset offset) {
    return observance(new Standard(), EVER, offset, offset);
  }

  private static Observance since(ZoneOffsetTransition change, ZoneRules rules) {
    boolean summer = rules.isDaylightSavings(change.getInstant());
    return observance(
        summer ? new Daylight() : new Standard(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static Observance observance(
      Observance observance, LocalDateTime since, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(since));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }
}
