package dev.sluice.timetable.plan;

import dev.sluice.timetable.calendar.CalendarFile;
import dev.sluice.timetable.calendar.EventsCsv;
import dev.sluice.timetable.calendar.TimetableCalendars;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.Header;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The API's calls for the events of a timetable: those of its newest document, as chosen. */
@Component
public class TimetableEventApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final OwnedPlans owned;
  private final ChosenTimetables timetables;
  private final TimetableCalendars calendars;
  private final PlanCalendars planCalendars;

  TimetableEventApi(
      OwnedPlans owned,
      ChosenTimetables timetables,
      TimetableCalendars calendars,
      PlanCalendars planCalendars) {
    this.owned = owned;
    this.timetables = timetables;
    this.calendars = calendars;
    this.planCalendars = planCalendars;
  }

  /** All events, those that are not shown too. */
  public ChosenEventsView events(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    ChosenTimetable chosen = chosen(http, id);
    return ChosenEventsView.of(chosen, chosen.calendar().map(calendars::summary).orElse(null));
  }

  /** The events that are shown, a line each. */
  public String csv(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return EventsCsv.text(chosen(http, id).shown());
  }

  /** The events that are shown as a calendar. */
  public CalendarFile calendar(
      @Header(REQUEST) HttpServletRequest http,
      @Header("CamelHttpServletResponse") HttpServletResponse response,
      @Header("id") String id) {
    CalendarFile calendar =
        planCalendars.make(owned.find(http, id), http.getHeader(HttpHeaders.IF_NONE_MATCH));
    // Camel's HTTP binding lets no Cache-Control of a message pass
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    return calendar;
  }

  private ChosenTimetable chosen(HttpServletRequest http, String id) {
    TimetablePlan plan = owned.find(http, id);
    return timetables.of(plan, owned.newest(plan));
  }
}
