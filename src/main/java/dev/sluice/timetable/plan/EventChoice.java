package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How an owner wants one event; what is null is as the timetable says.
 *
 * @param leftOut whether it is not shown at all
 * @param weekday on which it is every week; with a date, that of the date
 * @param date on which it is once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventChoice(
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean leftOut,
    String title,
    DayOfWeek weekday,
    LocalDate date,
    @JsonFormat(pattern = "HH:mm") LocalTime start,
    @JsonFormat(pattern = "HH:mm") LocalTime end,
    List<String> venues,
    Integer reminderMinutes) {

  /** Nothing is chosen. */
  static final EventChoice NONE = new EventChoice(false, null, null, null, null, null, null, null);

  /** Makes its list unchangeable. */
  public EventChoice {
    venues = venues == null ? null : List.copyOf(venues);
  }

  /** Whether it changes what the event says, and not only whether it is shown. */
  boolean changesEvent() {
    return Stream.of(title, weekday, date, start, end, venues, reminderMinutes)
        .anyMatch(Objects::nonNull);
  }
}
