package dev.sluice.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.model.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets dropped files in as fast as their owner's plan allows: a token for each. */
@Component
public class DropAllowance {

  private static final Logger LOG = LoggerFactory.getLogger(DropAllowance.class);

  private final OwnerPlans plans;
  private final TokenBuckets buckets;
  private final RefusalCounter refusals;
  private final Cache<Holder, Instant> waits =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  /** An owner under a plan, so that an owner who gets another plan waits no longer. */
  private record Holder(String owner, Plan plan) {}

  DropAllowance(OwnerPlans plans, TokenBuckets buckets, RefusalCounter refusals) {
    this.plans = plans;
    this.buckets = buckets;
    this.refusals = refusals;
  }

  /**
   * False while this process knows that the owner has no token. It takes no token, so a thousand
   * waiting files cost next to nothing.
   */
  public boolean mayHaveToken(String owner) {
    Instant until = waits.getIfPresent(new Holder(owner, plans.limitsOf(owner)));
    return until == null || Instant.now().isAfter(until);
  }

  /** Takes a token for one file; false if the owner has none for now. */
  public boolean takeToken(String owner) {
    Plan plan = plans.limitsOf(owner);
    TokenBuckets.TokenAnswer answer = buckets.take(owner, plan, RequestClass.DROP);
    if (!answer.granted()) {
      refusals.count(FailureCode.RATE_LIMITED);
      waits.put(new Holder(owner, plan), Instant.now().plus(answer.untilToken()));
      LOG.info("Files of {} wait for {}, as its plan says", owner, answer.untilToken());
    }
    return answer.granted();
  }
}
