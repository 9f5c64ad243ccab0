package dev.sluice.limits;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.RequestEnd;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps each owner within its plan, before a byte of the body is read. It counts per owner, not per
 * address; the security filters before this one have identified the caller.
 */
@Component
class LimitsFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(LimitsFilter.class);

  private final OwnerPlans plans;
  private final UploadSlots slots;
  private final TokenBuckets buckets;
  private final RefusalCounter refusals;
  private final FailureClassifier classifier;
  private final ProblemWriter problems;

  LimitsFilter(
      OwnerPlans plans,
      UploadSlots slots,
      TokenBuckets buckets,
      RefusalCounter refusals,
      FailureClassifier classifier,
      ProblemWriter problems) {
    this.plans = plans;
    this.slots = slots;
    this.buckets = buckets;
    this.refusals = refusals;
    this.classifier = classifier;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return RequestClass.of(request) == RequestClass.NOTHING || Caller.of(request) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    UploadSlot slot;
    try {
      slot = pass(request, response);
    } catch (FailureException refusal) {
      problems.write(request, response, refusal.failure());
      return;
    } catch (RuntimeException e) {
      Failure failure = classifier.classify(e);
      LOG.error("No request is let in, as limits cannot be counted", e);
      problems.write(request, response, failure);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (slot != null) {
        RequestEnd.then(request, slot::close);
      }
    }
  }

  /** Throws FailureException if the plan does not allow the request; the slot may be null. */
  private UploadSlot pass(HttpServletRequest request, HttpServletResponse response) {
    String owner = Caller.of(request).owner();
    RequestClass requestClass = RequestClass.of(request);
    Plan plan = plans.limitsOf(owner);
    List<Quota> quotas = new ArrayList<>();
    UploadSlot slot = requestClass.takesSlot() ? takeSlot(owner, plan, quotas, response) : null;
    try {
      require(token(owner, plan, requestClass, request), quotas, response);
      return slot;
    } catch (RuntimeException e) {
      if (slot != null) {
        slot.close();
      }
      throw e;
    }
  }

  private UploadSlot takeSlot(
      String owner, Plan plan, List<Quota> quotas, HttpServletResponse response) {
    if (plan.concurrentUploads() == 0) {
      return null;
    }
    UploadSlots.SlotAnswer answer = slots.take(owner, plan.concurrentUploads());
    quotas.add(answer.quota());
    if (answer.slot() == null) {
      RateLimitHeaders.write(response, quotas);
      throw refusal(
          FailureCode.TOO_MANY_UPLOADS,
          "Your plan has " + plan.concurrentUploads() + " uploads at once.",
          answer.quota().untilMore());
    }
    return answer.slot();
  }

  /** However many requests bring the files of a batch, they count as one. */
  private TokenBuckets.TokenAnswer token(
      String owner, Plan plan, RequestClass requestClass, HttpServletRequest request) {
    return Optional.of(request)
        .filter(upload -> requestClass == RequestClass.UPLOAD)
        .flatMap(NamedBatch::of)
        .map(batch -> buckets.takeForBatch(owner, plan, batch))
        .orElseGet(() -> buckets.take(owner, plan, requestClass));
  }

  private void require(
      TokenBuckets.TokenAnswer answer, List<Quota> quotas, HttpServletResponse response) {
    quotas.addAll(0, answer.quotas());
    RateLimitHeaders.write(response, quotas);
    if (!answer.granted()) {
      throw refusal(
          FailureCode.RATE_LIMITED, "Your plan allows no more for now.", answer.untilToken());
    }
  }

  private FailureException refusal(FailureCode code, String detail, Duration retryAfter) {
    refusals.count(code);
    return new FailureException(new Failure.Transient(code, detail, retryAfter));
  }
}
