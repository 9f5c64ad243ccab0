package dev.sluice.timetable.plan;

import static dev.sluice.timetable.SampleEvents.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventChooserTest {

  private static final UUID PLAN = new UUID(0, 1);
  private static final TimetableEvent LECTURE =
      weekly("COS214", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9);
  private static final TimetableEvent P01 =
      weekly("COS214", "P01", Type.PRACTICAL, DayOfWeek.MONDAY, 10, 13);
  private static final TimetableEvent P02 =
      weekly("COS214", "P02", Type.PRACTICAL, DayOfWeek.TUESDAY, 10, 13);
  private static final List<TimetableEvent> ALL = List.of(LECTURE, P01, P02);
  private static final List<String> KEYS = List.of("k0", "k1", "k2");
  private static final List<String> UIDS = List.of("u0", "u1", "u2");

  @Test
  void withoutChoicesAllIsShownAsItIs() {
    // When
    List<ChosenEvent> events = choose("{}");

    // Then
    assertThat(events).extracting(ChosenEvent::event).isEqualTo(ALL);
    assertThat(events).allMatch(ChosenEvent::isShown);
    assertThat(events).extracting(ChosenEvent::key).isEqualTo(KEYS);
    assertThat(events).extracting(ChosenEvent::uid).isEqualTo(UIDS);
    assertThat(events).extracting(ChosenEvent::title).startsWith("COS214 L1", "COS214 P1");
    assertThat(events).extracting(ChosenEvent::reminderMinutes).containsOnlyNulls();
  }

  @Test
  void whatIsNotShownIsListedAndSaysWhy() {
    // When
    List<ChosenEvent> events =
        choose("{'groups':'COS214:P02,COS214:P09','events':{'k0':{'leftOut':true}}}");

    // Then
    assertThat(events).extracting(ChosenEvent::leftOut).containsExactly(true, false, false);
    assertThat(events).extracting(ChosenEvent::notChosen).containsExactly(false, true, false);
    assertThat(events).extracting(ChosenEvent::edited).containsOnly(false);
    assertThat(new StaleChoices(SampleChoices.read("{'groups':'COS214:P09'}"), ALL, KEYS).list())
        .containsExactly("groups: there is no COS214:P09");
  }

  @Test
  void theChoiceForAnEventCountsBeforeThatForItsModuleAndThatForAll() {
    // When
    List<ChosenEvent> events =
        choose(
            """
            {'reminderMinutes':30,'modules':{'cos214':{'title':'Data','reminderMinutes':15,'colour':'grape'}},
             'events':{'k1':{'title':'Lab','reminderMinutes':0}},
             'added':[{'id':'a','module':'COS110','weekday':'FRIDAY','start':'17:00'}]}
            """);

    // Then
    assertThat(events)
        .extracting(ChosenEvent::title)
        .containsExactly("Data L1", "Lab", "Data P1", "COS110");
    assertThat(events).extracting(ChosenEvent::reminderMinutes).containsExactly(15, 0, 15, 30);
    assertThat(events).extracting(ChosenEvent::edited).containsExactly(false, true, false, false);
    assertThat(events.get(0).colour()).isEqualTo(EventColour.GRAPE);
    assertThat(events.get(3).colour()).isNotEqualTo(EventColour.GRAPE);
  }

  @Test
  void anAddedEventIsOfTheOnlySemesterAndKeepsItsUid() {
    // Given
    String choices = "{'added':[{'id':'a','title':'Gym','weekday':'FRIDAY','start':'17:00'}]}";

    // When
    ChosenEvent added = choose(choices).get(3);
    ChosenEvent again = choose(choices.replace("17:00", "18:00")).get(3);
    ChosenEvent other =
        new EventChooser(new UUID(0, 2), SampleChoices.read(choices), List.of())
            .choose(List.of(), List.of())
            .get(0);

    // Then
    assertThat(added.added()).isTrue();
    assertThat(added.key()).isEqualTo("a");
    assertThat(added.event().recurring()).isTrue();
    assertThat(added.event().offered()).isEqualTo("S1");
    assertThat(other.event().offered()).as("a timetable without semesters").isNull();
    assertThat(again.uid()).isEqualTo(added.uid()).isNotEqualTo(other.uid());
  }

  private static List<ChosenEvent> choose(String choices) {
    return new EventChooser(PLAN, SampleChoices.read(choices), ALL).choose(KEYS, UIDS);
  }
}
