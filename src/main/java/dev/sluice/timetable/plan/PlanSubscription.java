package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A link to a timetable's calendar, as its owner sees it.
 *
 * @param url for calendar programs, with the secret: only in the answer that makes it, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanSubscription(UUID id, URI url, Instant createdAt) {

  /** The same with its secret. */
  PlanSubscription at(URI link) {
    return new PlanSubscription(id, link, createdAt);
  }

  /** Leaves out the link, which is only for its owner. */
  @Override
  public String toString() {
    return "PlanSubscription[id=" + id + "]";
  }
}
