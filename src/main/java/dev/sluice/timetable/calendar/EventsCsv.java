package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.Csv;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes a timetable's events for spreadsheets, a line each, in the order of the timetable. */
@Component
public class EventsCsv {

  private static final List<String> HEADER =
      List.of(
          "kind",
          "module",
          "activity",
          "test",
          "paper",
          "type",
          "group",
          "language",
          "offered",
          "weekday",
          "date",
          "start",
          "end",
          "endAssumed",
          "venues",
          "campus",
          "examCampus",
          "status",
          "comments",
          "studyProgrammes",
          "recurring",
          "flags",
          "page");

  private static final String REQUEST = "CamelHttpServletRequest";

  private final Timetables timetables;

  EventsCsv(Timetables timetables) {
    this.timetables = timetables;
  }

  /** Whether a caller wants them so: {@code ?format=csv}, or without it by its Accept header. */
  public boolean isWanted(@Header(REQUEST) HttpServletRequest http) {
    Boolean asked = new ApiRequest(http).read("format", EventsCsv::isCsv);
    String accept = http.getHeader(HttpHeaders.ACCEPT);
    return asked == null ? accept != null && accept.contains("text/csv") : asked;
  }

  /** The events of a document with results, those of other groups than chosen left out. */
  public String of(@Body Document document, @Header(REQUEST) HttpServletRequest http) {
    CalendarOptions options = CalendarOptions.of(http::getParameter);
    return text(options.choose(timetables.of(document)));
  }

  private static boolean isCsv(String format) {
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }

  /** A line that names the columns, then one for each event. */
  public static String text(List<TimetableEvent> events) {
    return Csv.line(HEADER)
        + events.stream().map(event -> Csv.line(cells(event))).collect(Collectors.joining());
  }

  private static List<Object> cells(TimetableEvent event) {
    return Arrays.asList(
        label(event.kind()),
        event.module(),
        event.activity(),
        event.test(),
        event.paper(),
        label(event.type()),
        event.group(),
        event.language(),
        event.offered(),
        event.weekday(),
        event.date(),
        event.start(),
        event.end(),
        event.endAssumed(),
        list(event.venues()),
        event.campus(),
        event.examCampus(),
        event.status(),
        event.comments(),
        list(event.studyProgrammes()),
        event.recurring(),
        list(event.flags()),
        event.page() == 0 ? null : event.page());
  }

  private static String label(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static String list(List<String> values) {
    return String.join("; ", values);
  }
}
