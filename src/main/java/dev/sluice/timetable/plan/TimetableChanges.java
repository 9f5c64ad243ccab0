package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.TimetableEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed from one document of a timetable to the next, as they are printed.
 *
 * @param from the document before; null if there is none
 * @param to the newest document; null if there is none
 * @param moved events that say something else than before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimetableChanges(
    DocumentId from,
    DocumentId to,
    List<KeyedEvent> added,
    List<KeyedEvent> gone,
    List<MovedEvent> moved) {

  /** Nothing to compare. */
  static final TimetableChanges NONE =
      new TimetableChanges(null, null, List.of(), List.of(), List.of());

  /** An event under its key. */
  public record KeyedEvent(String key, @JsonUnwrapped TimetableEvent event) {}

  /** An event that says something else than before. */
  public record MovedEvent(String key, TimetableEvent before, TimetableEvent after) {}

  /** A document's events by their keys, in their order. */
  record Version(DocumentId document, Map<String, TimetableEvent> events) {

    static Version of(DocumentId document, List<String> keys, List<TimetableEvent> events) {
      Map<String, TimetableEvent> byKey = new LinkedHashMap<>();
      for (int n = 0; n < events.size(); n++) {
        byKey.put(keys.get(n), events.get(n));
      }
      return new Version(document, byKey);
    }

    /** The events whose keys the other version does not have. */
    private List<KeyedEvent> without(Version other) {
      return events.entrySet().stream()
          .filter(one -> !other.events.containsKey(one.getKey()))
          .map(one -> new KeyedEvent(one.getKey(), one.getValue()))
          .toList();
    }
  }

  static TimetableChanges between(Version before, Version after) {
    List<MovedEvent> moved =
        after.events().entrySet().stream()
            .filter(one -> before.events().containsKey(one.getKey()))
            .map(
                one ->
                    new MovedEvent(one.getKey(), before.events().get(one.getKey()), one.getValue()))
            .filter(one -> !said(one.before()).equals(said(one.after())))
            .toList();
    return new TimetableChanges(
        before.document(), after.document(), after.without(before), before.without(after), moved);
  }

  /** What an owner sees of an event, besides what its key says. */
  private static List<Object> said(TimetableEvent event) {
    return Arrays.asList(
        event.time(),
        event.venues(),
        event.campus(),
        event.examCampus(),
        event.status(),
        event.comments());
  }
}
