package dev.sluice.timetable.calendar;

import static dev.sluice.timetable.calendar.CalendarEvents.lecture;
import static dev.sluice.timetable.calendar.Calendars.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import dev.sluice.timetable.TimetableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersCalendarTest {

  private static final Instant CHANGED = Instant.parse("2025-07-02T10:00:00Z");

  @Test
  void anEntryIsCalledColouredAndRemindedOfAsItsOwnerChose() {
    // When
    VEvent event = entry(new CalendarEvent("u", plain(), "Lab, mine", "red", minutes(90)));

    // Then
    assertThat(event.getSummary().getValue()).isEqualTo("Lab, mine");
    assertThat(event.getColor().getValue()).isEqualTo("red");
    assertThat(event.getAlarms()).hasSize(1);
    assertThat(event.getAlarms().get(0).getAction().isDisplay()).isTrue();
    assertThat(event.getAlarms().get(0).getTrigger().getDuration()).hasToString("-PT1H30M");
    assertThat(event.getAlarms().get(0).getDescription().getValue()).isEqualTo("Lab, mine");
  }

  @Test
  void aReminderMayComeWhenItBeginsAndAnEventMayHaveNoModule() {
    // When
    VEvent event =
        entry(new CalendarEvent("u", lecture().module(null).event(), "Gym", "red", minutes(0)));

    // Then
    assertThat(event.getAlarms().get(0).getTrigger().getDuration().toMillis()).isZero();
    assertThat(event.getCategories()).isEmpty();
  }

  @Test
  void anEntryWasChangedByItsTimetableAndByItsOwner() {
    // Given
    List<CalendarEvent> events =
        List.of(CalendarEvent.plain("printed", plain()), CalendarEvent.plain("added", plain()));
    OwnersCalendar calendar = new OwnersCalendar("up-lectures", events, YEAR, YEAR, 3, CHANGED);

    // When
    Map<String, Integer> sequences =
        calendar.sequences(CalendarEntries.of(events, YEAR).list(), Map.of("printed", 2));

    // Then
    assertThat(sequences).isEqualTo(Map.of("printed", 5, "added", 3));
  }

  private static TimetableEvent plain() {
    return lecture().event();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** The entry of an event, as another library reads it. */
  private static VEvent entry(CalendarEvent event) {
    CalendarHeader header = new CalendarHeader("Lectures", "", CHANGED, YEAR.zone());
    String text =
        CalendarText.of(
            header, CalendarEntries.of(List.of(event), YEAR).list(), Map.of(event.uid(), 0));
    return Calendars.read(text).getEvents().get(0);
  }
}
