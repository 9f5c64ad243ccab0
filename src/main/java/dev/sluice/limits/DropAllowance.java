package dev.sluice.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets dropped files in as fast as their owner's plan allows uploads: a token for each. */
@Component
public class DropAllowance {

  private static final Logger LOG = LoggerFactory.getLogger(DropAllowance.class);

  private final OwnerPlans plans;
  private final TokenBuckets buckets;
  private final Refusals refusals;
  private final Cache<String, Instant> waits =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  DropAllowance(OwnerPlans plans, TokenBuckets buckets, Refusals refusals) {
    this.plans = plans;
    this.buckets = buckets;
    this.refusals = refusals;
  }

  /**
   * False while this process knows that the owner has no token; does not ask the database, so that
   * a thousand files that wait cost nothing.
   */
  public boolean mayHaveToken(String owner) {
    Instant until = waits.getIfPresent(owner);
    return until == null || Instant.now().isAfter(until);
  }

  /** Takes a token for one file; false if the owner has none for now. */
  public boolean takeToken(String owner) {
    TokenBuckets.Answer answer = buckets.take(owner, plans.limitsOf(owner), Demand.UPLOAD);
    if (!answer.granted()) {
      refusals.count(FailureCode.RATE_LIMITED);
      waits.put(owner, Instant.now().plus(answer.untilToken()));
      LOG.info("Files of {} wait for {}, as its plan says", owner, answer.untilToken());
    }
    return answer.granted();
  }
}
