package dev.sluice.timetable.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that a calendar shows of an event besides its time.
 *
 * @param summary its module, and what it is
 * @param location its venues; empty if it has none
 * @param description a line for each further thing to know
 */
public record EventText(String summary, String location, String description) {

  /** What the calendar format does not allow in a text: control characters but tab and newline. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  static EventText of(TimetableEvent event) {
    return new EventText(
        summary(event.module(), event),
        clean(String.join(", ", event.venues())),
        clean(String.join("\n", lines(event))));
  }

  /** What a calendar calls an event whose module has this name. */
  public static String summary(String module, TimetableEvent event) {
    return clean(join(" ", module, event.activity(), event.test()));
  }

  /** The same under another summary. */
  EventText called(String other) {
    return new EventText(clean(other), location, description);
  }

  /** The text without what the calendar format does not allow; empty for null. */
  static String clean(String text) {
    return text == null ? "" : CONTROL.matcher(text).replaceAll("");
  }

  private static List<String> lines(TimetableEvent event) {
    List<String> lines = new ArrayList<>();
    add(lines, "Group", event.group());
    add(lines, "Language", event.language());
    add(lines, "Campus", event.campus());
    add(lines, "Exam campus", event.examCampus());
    add(lines, "Paper", event.paper());
    add(lines, "Status", event.status());
    add(lines, "Comments", event.comments());
    if (event.start() == null) {
      lines.add("The time is not known yet.");
    } else if (event.endAssumed()) {
      lines.add("The timetable does not say when it ends: the end is assumed.");
    }
    add(lines, "To be checked", String.join(", ", event.flags()));
    return lines;
  }

  private static void add(List<String> lines, String name, String value) {
    if (value != null && !value.isBlank()) {
      lines.add(name + ": " + value);
    }
  }

  private static String join(String separator, String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
  }
}
