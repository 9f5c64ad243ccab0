package dev.sluice.timetable.plan;

import static dev.sluice.timetable.SampleEvents.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Type;
import dev.sluice.timetable.plan.TimetableChanges.KeyedEvent;
import dev.sluice.timetable.plan.TimetableChanges.MovedEvent;
import dev.sluice.timetable.plan.TimetableChanges.Version;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableChangesTest {

  private static final TimetableEvent MONDAY =
      weekly("COS214", "G01", Type.LECTURE, DayOfWeek.MONDAY, 8, 9);
  private static final TimetableEvent TUESDAY =
      MONDAY.at(MONDAY.time().weekly(DayOfWeek.TUESDAY), MONDAY.venues(), MONDAY.flags());
  private static final TimetableEvent DOUBTED =
      MONDAY.at(MONDAY.time(), MONDAY.venues(), List.of("ocr"));

  @Test
  void eventsAreComparedByTheirKeysAndWhatAnOwnerSees() {
    // Given
    Version before = version(List.of("moved", "gone", "same"), MONDAY, MONDAY, MONDAY);
    Version after = version(List.of("same", "new", "moved"), DOUBTED, TUESDAY, TUESDAY);

    // When
    TimetableChanges changes = TimetableChanges.between(before, after);

    // Then
    assertThat(changes.added()).containsExactly(new KeyedEvent("new", TUESDAY));
    assertThat(changes.gone()).containsExactly(new KeyedEvent("gone", MONDAY));
    assertThat(changes.moved()).containsExactly(new MovedEvent("moved", MONDAY, TUESDAY));
  }

  private static Version version(List<String> keys, TimetableEvent... events) {
    return Version.of(DocumentId.next(), keys, List.of(events));
  }
}
