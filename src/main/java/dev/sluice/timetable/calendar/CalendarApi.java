package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.OwnedDocuments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The API's calls for calendars, by their owner or by whoever has a link. */
@Component
public class CalendarApi {

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final String RESPONSE = "CamelHttpServletResponse";

  private final OwnedDocuments documents;
  private final List<CalendarLinks> links;
  private final TimetableCalendars calendars;
  private final CalendarFeedSettings settings;

  CalendarApi(
      OwnedDocuments documents,
      List<CalendarLinks> links,
      TimetableCalendars calendars,
      CalendarFeedSettings settings) {
    this.documents = documents;
    this.links = links;
    this.calendars = calendars;
    this.settings = settings;
  }

  /** The calendar of one of the caller's documents. */
  public CalendarFile own(
      @Header(REQUEST) HttpServletRequest http,
      @Header(RESPONSE) HttpServletResponse response,
      @Header("id") String id) {
    CalendarOptions options = CalendarOptions.of(http::getParameter);
    CalendarFile calendar = calendars.make(documents.completed(http, id), options, known(http));
    setCaching(response, CacheControl.noCache());
    return calendar;
  }

  /** The calendar that a link leads to; the link in its path is all that a caller needs. */
  public CalendarFile linked(
      @Header(REQUEST) HttpServletRequest http, @Header(RESPONSE) HttpServletResponse response) {
    CalendarFile calendar =
        SubscriptionToken.in(http.getServletPath())
            .flatMap(token -> open(token, known(http)))
            .orElseThrow(CalendarApi::unknownLink);
    setCaching(response, CacheControl.maxAge(settings.maxAge()));
    return calendar;
  }

  private Optional<CalendarFile> open(SubscriptionToken token, String known) {
    return links.stream().flatMap(kind -> kind.open(token, known).stream()).findFirst();
  }

  /** Camel's HTTP binding lets no Cache-Control of a message pass. */
  private static void setCaching(HttpServletResponse response, CacheControl caching) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching.cachePrivate().getHeaderValue());
  }

  private static String known(HttpServletRequest http) {
    return http.getHeader(HttpHeaders.IF_NONE_MATCH);
  }

  private static FailureException unknownLink() {
    return new FailureException(FailureCode.NOT_FOUND, "The link does not exist, or was revoked.");
  }
}
