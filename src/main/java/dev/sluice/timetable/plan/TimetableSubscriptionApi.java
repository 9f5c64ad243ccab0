package dev.sluice.timetable.plan;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.calendar.SubscriptionToken;
import dev.sluice.web.ServerAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on links to timetables; an owner sees those of its own only. */
@Component
public class TimetableSubscriptionApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final OwnedPlans owned;
  private final PlanSubscriptions subscriptions;
  private final PlanCalendars calendars;
  private final ServerAddress address;
  private final SecureRandom random = new SecureRandom();

  TimetableSubscriptionApi(
      OwnedPlans owned,
      PlanSubscriptions subscriptions,
      PlanCalendars calendars,
      ServerAddress address) {
    this.owned = owned;
    this.subscriptions = subscriptions;
    this.calendars = calendars;
    this.address = address;
  }

  /**
   * Makes a link; its secret is in this answer only. A calendar that cannot be shown is refused now
   * and not when it is polled.
   */
  public PlanSubscription create(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    TimetablePlan plan = owned.find(http, id);
    calendars.make(plan, null);
    SubscriptionToken token = SubscriptionToken.random(random);
    return subscriptions.add(plan, token).at(address.link(http, token.path()));
  }

  /** The timetable's links without their secrets. */
  public Map<String, List<PlanSubscription>> list(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return Map.of("items", subscriptions.list(owned.find(http, id)));
  }

  /** Ends a link: it leads nowhere from now on. */
  public void delete(
      @Header(REQUEST) HttpServletRequest http,
      @Header("id") String id,
      @Header("subscriptionId") String subscriptionId) {
    if (!subscriptions.remove(owned.find(http, id), OwnedPlans.id(subscriptionId))) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such subscription.");
    }
  }
}
