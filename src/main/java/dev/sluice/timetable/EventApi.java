package dev.sluice.timetable;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call for a document's events. */
@Component
public class EventApi {

  private final StoredTimetables timetables;

  EventApi(StoredTimetables timetables) {
    this.timetables = timetables;
  }

  /** The events of a document with results, those of other groups than chosen left out. */
  public EventsView events(
      @Body Document document, @Header("CamelHttpServletRequest") HttpServletRequest request) {
    try {
      GroupChoice choice = GroupChoice.parse(request.getParameter("groups"));
      return timetables
          .find(document)
          .map(timetable -> EventsView.of(timetable, choice))
          .orElseGet(EventsView::none);
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(FailureCode.BAD_REQUEST, wrong.getMessage() + ".", wrong);
    }
  }
}
