package dev.sluice.timetable.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.WeekDay;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Color;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/** An entry as a VEVENT. */
record EntryComponent(CalendarEntry entry, ZoneId zone) {

  /**
   * The component.
   *
   * @param revisedAt when it became known as it is
   * @param sequence how often it was changed
   */
  VEvent of(Instant revisedAt, int sequence) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.uid()));
    event.add(new DtStamp(revisedAt));
    event.add(new Sequence(sequence));
    addTimes(event);
    if (entry.schedule().isWeekly()) {
      addRecurrence(event);
    }
    addText(event);
    if (entry.reminder() != null) {
      event.add(reminder());
    }
    return event;
  }

  private void addTimes(VEvent event) {
    EventSchedule schedule = entry.schedule();
    if (schedule.start() == null) {
      event.add(new DtStart<>(schedule.day()));
      return;
    }
    event.add(new DtStart<>(first(schedule.start())));
    if (schedule.end() != null) {
      event.add(new DtEnd<>(first(schedule.end())));
    }
  }

  private void addRecurrence(VEvent event) {
    EventSchedule schedule = entry.schedule();
    event.add(
        new RRule<>(
            new Recur.Builder<Instant>()
                .frequency(Frequency.WEEKLY)
                .until(schedule.lastMoment(zone))
                .dayList(WeekDay.getWeekDay(schedule.day().getDayOfWeek()))
                .build()));
    List<ZonedDateTime> except =
        schedule.except().stream()
            .map(day -> ZonedDateTime.of(day, schedule.start(), zone))
            .toList();
    if (!except.isEmpty()) {
      event.add(
          new ExDate<>(new ParameterList(List.of(new TzId(zone.getId()))), new DateList<>(except)));
    }
  }

  private void addText(VEvent event) {
    EventText text = entry.text();
    event.add(new Summary(text.summary()));
    if (!text.location().isEmpty()) {
      event.add(new Location(text.location()));
    }
    if (!text.description().isEmpty()) {
      event.add(new Description(text.description()));
    }
    if (!entry.category().isEmpty()) {
      event.add(new Categories(new TextList(List.of(entry.category()))));
    }
    event.add(new Color(new ParameterList(), entry.colour()));
  }

  private VAlarm reminder() {
    VAlarm alarm = new VAlarm();
    alarm.add(new Trigger(new ParameterList(List.of(Related.START)), entry.reminder().negated()));
    alarm.add(new Action(Action.VALUE_DISPLAY));
    alarm.add(new Description(entry.text().summary()));
    return alarm;
  }

  private ZonedDateTime first(LocalTime time) {
    return ZonedDateTime.of(entry.schedule().day(), time, zone);
  }
}
