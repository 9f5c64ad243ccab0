package dev.sluice.timetable.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A subscription as its owner sees it.
 *
 * @param url for calendar programs, with the secret: only in the answer that makes it, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionView(
    UUID id,
    URI url,
    String groups,
    LocalDate semesterStart,
    LocalDate semesterEnd,
    boolean follow,
    Instant createdAt) {

  static SubscriptionView of(Subscription subscription) {
    return of(subscription, null);
  }

  static SubscriptionView of(Subscription subscription, URI url) {
    DateRange semester = subscription.options().semester();
    return new SubscriptionView(
        subscription.id(),
        url,
        subscription.options().groups(),
        semester == null ? null : semester.first(),
        semester == null ? null : semester.last(),
        subscription.follow(),
        subscription.createdAt());
  }

  /** Leaves out the link, which is only for its owner. */
  @Override
  public String toString() {
    return "SubscriptionView[id=" + id + "]";
  }
}
