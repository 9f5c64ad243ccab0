package dev.sluice.timetable;

import static dev.sluice.timetable.SampleEvents.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupSuggestionTest {

  private static final GroupChoice NONE = GroupChoice.parse(null);

  @Test
  void oneGroupIsSuggestedForEachPurpose() {
    // Given
    List<TimetableEvent> events =
        List.of(
            lecture("A", "G01", 8),
            practical("A", "P01", 8),
            practical("A", "P02", 10),
            lecture("B", "G01", 10),
            lecture("B", "G02", 12));

    // Then
    assertThat(GroupSuggestion.of(events, NONE))
        .isEqualTo(new GroupSuggestion("A:G01,A:P02,B:G02", 0));
    assertThat(GroupSuggestion.of(events, GroupChoice.parse("a:p01")))
        .isEqualTo(new GroupSuggestion("A:G01,A:P01,B:G01", 1));
  }

  @Test
  void aGreedyChoiceIsTakenBack() {
    // Given: whoever takes the first free hour for A leaves none to B
    List<TimetableEvent> events =
        List.of(
            lecture("A", "G01", 8),
            lecture("A", "G02", 10),
            lecture("B", "G01", 8),
            lecture("B", "G02", 8));

    // Then
    assertThat(GroupSuggestion.of(events, NONE)).isEqualTo(new GroupSuggestion("A:G02,B:G01", 0));
  }

  @Test
  void aGroupForTwoPurposesIsSuggestedForBoth() {
    // Given
    List<TimetableEvent> events =
        List.of(
            lecture("A", "G01", 8),
            practical("A", "G01", 10),
            lecture("A", "G02", 8),
            practical("A", "P03", 12),
            lecture("B", "G01", 10));

    // Then: the lecture of G02 with the practical of P03, and not two practicals
    assertThat(GroupSuggestion.of(events, NONE))
        .isEqualTo(new GroupSuggestion("A:G02,A:P03,B:G01", 0));
  }

  @Test
  void bothGroupsThatAreKeptStay() {
    List<TimetableEvent> events =
        List.of(lecture("A", "G01", 8), lecture("A", "G02", 10), lecture("A", "G03", 12));

    assertThat(GroupSuggestion.of(events, GroupChoice.parse("A:G01,A:G03")).groups())
        .isEqualTo("A:G01,A:G03");
  }

  @Test
  void aGroupToKeepThatThereIsNotIsRefused() {
    assertThatThrownBy(
            () -> GroupSuggestion.of(List.of(lecture("A", "G01", 8)), GroupChoice.parse("A:G9")))
        .hasMessage("groups: there is no A:G9");
  }

  @Test
  void theSearchEndsAndIsTheSameForTheSameEvents() {
    // Given: far more choices than can be tried
    Random random = new Random(7);
    List<TimetableEvent> events = new ArrayList<>();
    for (int n = 0; n < 3_000; n++) {
      events.add(
          weekly(
              "M" + random.nextInt(40),
              "G" + n % 30,
              Type.values()[random.nextInt(2)],
              DayOfWeek.of(1 + random.nextInt(5)),
              8 + random.nextInt(8),
              17));
    }

    // When
    GroupSuggestion found = GroupSuggestion.of(events, NONE);
    GroupSuggestion again = GroupSuggestion.of(events, NONE);

    // Then
    assertThat(found).isEqualTo(again);
    assertThat(found.groups()).isNotEmpty();
  }

  @Test
  void whatNoChoiceCanNameIsAlwaysThere() {
    List<TimetableEvent> events = List.of(lecture("A:B", "G01", 8), lecture("A", "G01", 8));

    assertThat(GroupSuggestion.of(events, NONE)).isEqualTo(new GroupSuggestion("A:G01", 1));
    assertThat(GroupSuggestion.of(Collections.emptyList(), NONE))
        .isEqualTo(new GroupSuggestion("", 0));
  }

  private static TimetableEvent lecture(String module, String group, int hour) {
    return weekly(module, group, Type.LECTURE, DayOfWeek.MONDAY, hour, hour + 1);
  }

  private static TimetableEvent practical(String module, String group, int hour) {
    return weekly(module, group, Type.PRACTICAL, DayOfWeek.MONDAY, hour, hour + 1);
  }
}
