package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.OwnedDocuments;
import dev.sluice.web.ServerAddress;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on subscriptions; an owner sees those of its own documents only. */
@Component
public class SubscriptionApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final OwnedDocuments documents;
  private final Subscriptions subscriptions;
  private final TimetableCalendars calendars;
  private final JsonBody json;
  private final ServerAddress address;
  private final SecureRandom random = new SecureRandom();

  SubscriptionApi(
      OwnedDocuments documents,
      Subscriptions subscriptions,
      TimetableCalendars calendars,
      JsonBody json,
      ServerAddress address) {
    this.documents = documents;
    this.subscriptions = subscriptions;
    this.calendars = calendars;
    this.json = json;
    this.address = address;
  }

  /**
   * Makes a link from a body {@code {groups?, semesters?, semesterStart?, semesterEnd?, follow?}};
   * its secret is in this answer only. A calendar that cannot be shown is refused now and not when
   * it is polled.
   */
  public SubscriptionView create(@Header(REQUEST) HttpServletRequest http, @Header("id") String id)
      throws IOException {
    Document document = documents.completed(http, id);
    NewSubscription wanted = read(http);
    CalendarOptions options = CalendarOptions.of(wanted::value);
    calendars.make(document, options, null);
    SubscriptionToken token = SubscriptionToken.random(random);
    Subscription made = subscriptions.add(document, token, options, wanted.follow());
    return SubscriptionView.of(made, address.link(http, token.path()));
  }

  /** The document's subscriptions without their secrets. */
  public Map<String, List<SubscriptionView>> list(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return Map.of(
        "items",
        subscriptions.list(documents.find(http, id)).stream().map(SubscriptionView::of).toList());
  }

  /** Ends a subscription: its link leads nowhere from now on. */
  public void delete(
      @Header(REQUEST) HttpServletRequest http,
      @Header("id") String id,
      @Header("subscriptionId") String subscriptionId) {
    if (!subscriptions.remove(documents.find(http, id), uuid(subscriptionId))) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such subscription.");
    }
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "An id is a UUID.", e);
    }
  }

  private NewSubscription read(HttpServletRequest http) throws IOException {
    return json.readOptional(http, NewSubscription.class, NewSubscription.SHAPE)
        .orElse(NewSubscription.PLAIN);
  }

  private record NewSubscription(
      String groups, String semesters, String semesterStart, String semesterEnd, boolean follow) {

    static final String SHAPE = "{groups?, semesters?, semesterStart?, semesterEnd?, follow?}";
    static final NewSubscription PLAIN = new NewSubscription(null, null, null, null, false);

    String value(String name) {
      return switch (name) {
        case "groups" -> groups;
        case "semesters" -> semesters;
        case "semesterStart" -> semesterStart;
        case "semesterEnd" -> semesterEnd;
        default -> throw new IllegalArgumentException(name);
      };
    }
  }
}
