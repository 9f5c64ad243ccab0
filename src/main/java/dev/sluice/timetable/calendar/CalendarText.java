package dev.sluice.timetable.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a calendar (RFC 5545, with names and colours of RFC 7986). Equal input gives equal text.
 */
final class CalendarText {

  private static final String PRODUCT = "-//Sluice//Timetables//EN";

  private CalendarText() {}

  /**
   * The calendar as text.
   *
   * @param sequences by uid, how often each entry was changed
   */
  static String of(
      CalendarHeader header, List<CalendarEntry> entries, Map<String, Integer> sequences) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    describe(calendar, header);
    calendar.add(zone(header, entries));
    for (CalendarEntry entry : entries) {
      calendar.add(event(entry, header, sequences.get(entry.uid())));
    }
    return write(calendar);
  }

  /** Writes each property twice, as most programs know only its older, unofficial name. */
  private static void describe(Calendar calendar, CalendarHeader header) {
    String name = EventText.clean(header.name());
    calendar.add(new Name(name));
    calendar.add(new XProperty("X-WR-CALNAME", name));
    calendar.add(new XProperty("X-WR-TIMEZONE", header.zone().getId()));
    if (!header.remark().isEmpty()) {
      calendar.add(new Description(header.remark()));
      calendar.add(new XProperty("X-WR-CALDESC", header.remark()));
    }
  }

  private static VTimeZone zone(CalendarHeader header, List<CalendarEntry> entries) {
    List<LocalDate> days =
        entries.stream()
            .map(CalendarEntry::schedule)
            .flatMap(schedule -> Stream.of(schedule.day(), schedule.lastDay()))
            .sorted()
            .toList();
    LocalDate revised = LocalDate.ofInstant(header.revisedAt(), header.zone());
    DateRange range =
        days.isEmpty()
            ? new DateRange(revised, revised)
            : new DateRange(days.get(0), days.get(days.size() - 1));
    return ZoneDescription.of(header.zone(), range);
  }

  private static VEvent event(CalendarEntry entry, CalendarHeader header, int sequence) {
    return new EntryComponent(entry, header.zone()).of(header.revisedAt(), sequence);
  }

  private static String write(Calendar calendar) {
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is read or written but memory", e);
    }
    return LineFolding.of(text.toString());
  }
}
