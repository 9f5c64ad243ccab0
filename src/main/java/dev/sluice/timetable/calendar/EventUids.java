package dev.sluice.timetable.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.sluice.timetable.TimetableEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives each event an id that it keeps in the next version of the timetable. It keeps it even at
 * another time or place, so that calendars change the event and do not add it again. Events are the
 * same if they are held for the same purpose in the same year; several of these are numbered in the
 * order of their times.
 */
public final class EventUids {

  private static final Comparator<TimetableEvent> BY_TIME =
      by(TimetableEvent::date)
          .thenComparing(by(TimetableEvent::weekday))
          .thenComparing(by(TimetableEvent::start))
          .thenComparing(by(TimetableEvent::end))
          .thenComparing(by(TimetableEvent::campus))
          .thenComparing(event -> String.join("\n", event.venues()));

  private EventUids() {}

  /**
   * An id for each of the events, in their order.
   *
   * @param events all of the timetable, whichever of them are shown
   * @param profile by which they were read: two institutions may call modules alike
   */
  public static List<String> of(List<TimetableEvent> events, String profile, AcademicYear year) {
    Map<Integer, String> uids = new HashMap<>();
    IntStream.range(0, events.size())
        .boxed()
        .sorted(comparing(events::get, BY_TIME))
        .collect(Collectors.groupingBy(index -> identity(events.get(index), profile, year)))
        .forEach((identity, alike) -> count(identity, alike, uids));
    return IntStream.range(0, events.size()).mapToObj(uids::get).toList();
  }

  private static void count(String identity, List<Integer> alike, Map<Integer, String> uids) {
    for (int number = 0; number < alike.size(); number++) {
      uids.put(alike.get(number), uid(identity + "\n" + number));
    }
  }

  private static String uid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  private static String identity(TimetableEvent event, String profile, AcademicYear year) {
    return Stream.of(
            profile,
            event.kind(),
            year.of(event).orElse(null),
            event.module(),
            event.activity(),
            event.test(),
            event.paper(),
            event.type(),
            event.group(),
            event.language(),
            event.offered())
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  private static <T extends Comparable<? super T>> Comparator<TimetableEvent> by(
      Function<TimetableEvent, T> part) {
    return comparing(part, nullsFirst(naturalOrder()));
  }
}
