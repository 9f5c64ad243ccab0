package dev.sluice.timetable.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.timetable.Semester;
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
    String semesters,
    boolean follow,
    Instant createdAt) {

  static SubscriptionView of(Subscription subscription) {
    return of(subscription, null);
  }

  static SubscriptionView of(Subscription subscription, URI url) {
    CalendarOptions options = subscription.options();
    return new SubscriptionView(
        subscription.id(),
        url,
        options.groups(),
        options.single().map(Semester::first).orElse(null),
        options.single().map(Semester::last).orElse(null),
        options.each(),
        subscription.follow(),
        subscription.createdAt());
  }

  /** Leaves out the link, which is only for its owner. */
  @Override
  public String toString() {
    return "SubscriptionView[id=" + id + "]";
  }
}
