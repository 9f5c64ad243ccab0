package dev.sluice.calendar;

import dev.sluice.document.Document;
import dev.sluice.serve.Csv;
import dev.sluice.serve.DocumentApi;
import dev.sluice.timetable.TimetableEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** A timetable's events for spreadsheets: a line each, in the order of the timetable. */
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

  private final DocumentApi documents;
  private final Timetables timetables;

  EventsCsv(DocumentApi documents, Timetables timetables) {
    this.documents = documents;
    this.timetables = timetables;
  }

  /** The events of one of the caller's documents, or those of the groups that it names. */
  public String get(
      @Header("CamelHttpServletRequest") HttpServletRequest http, @Header("id") String id) {
    Document document = documents.completed(http, id);
    CalendarOptions options = CalendarOptions.of(http::getParameter);
    List<TimetableEvent> events = timetables.of(document).events();
    return text(events.stream().filter(timetables.chosen(options.groups(), events)).toList());
  }

  /** A line that names the columns, then one for each event. */
  static String text(List<TimetableEvent> events) {
    return Csv.line(HEADER)
        + events.stream().map(event -> Csv.line(cells(event))).collect(Collectors.joining());
  }

  private static List<Object> cells(TimetableEvent event) {
    return Arrays.asList(
        event.kind(),
        event.module(),
        event.activity(),
        event.test(),
        event.paper(),
        event.type(),
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
        event.page());
  }

  private static String list(List<String> values) {
    return String.join("; ", values);
  }
}
