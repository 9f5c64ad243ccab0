package dev.sluice.timetable;

import dev.sluice.pdf.content.Box;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/** Events for tests that need no PDF. */
public final class SampleEvents {

  private SampleEvents() {}

  public static TimetableEvent weekly(
      String module, String group, Type type, DayOfWeek day, int fromHour, int toHour) {
    return weekly(module, group, type, day, fromHour, toHour, "S1");
  }

  public static TimetableEvent weekly(
      String module,
      String group,
      Type type,
      DayOfWeek day,
      int fromHour,
      int toHour,
      String offered) {
    return new TimetableEvent(
        Kind.LECTURE,
        module,
        type.name().charAt(0) + "1",
        null,
        null,
        type,
        group,
        "E",
        offered,
        day,
        null,
        LocalTime.of(fromHour, 0),
        LocalTime.of(toHour, 0),
        false,
        List.of("Hall"),
        "HATFIELD",
        null,
        null,
        null,
        List.of(),
        true,
        List.of(),
        1,
        new Box(36, 100, 700, 12),
        "up-lectures/line");
  }
}
