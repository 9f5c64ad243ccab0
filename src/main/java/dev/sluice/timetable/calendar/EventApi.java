package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.StoredTimetables;
import dev.sluice.timetable.Timetable;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call for a document's events. */
@Component
public class EventApi {

  private final StoredTimetables timetables;
  private final TimetableCalendars calendars;

  EventApi(StoredTimetables timetables, TimetableCalendars calendars) {
    this.timetables = timetables;
    this.calendars = calendars;
  }

  /** The events of a document with results, those of other groups than chosen left out. */
  public EventsView events(
      @Body Document document, @Header("CamelHttpServletRequest") HttpServletRequest request) {
    CalendarOptions options = CalendarOptions.of(request::getParameter);
    return timetables
        .find(document)
        .map(timetable -> view(document, timetable, options))
        .orElseGet(EventsView::none);
  }

  private EventsView view(Document document, Timetable timetable, CalendarOptions options) {
    return EventsView.of(
        timetable,
        options.choose(timetable),
        calendars.summary(document, timetable, options).orElse(null));
  }
}
