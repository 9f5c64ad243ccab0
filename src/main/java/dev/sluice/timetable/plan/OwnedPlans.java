package dev.sluice.timetable.plan;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the plan that a request names, if its caller owns it. */
@Component
class OwnedPlans {

  private final Plans plans;
  private final PlanDocuments documents;

  OwnedPlans(Plans plans, PlanDocuments documents) {
    this.plans = plans;
    this.documents = documents;
  }

  /** The plan with the id in the address. */
  TimetablePlan find(HttpServletRequest http, String id) {
    return plans
        .find(new ApiRequest(http).owner(), id(id))
        .orElseThrow(() -> notFound("There is no such timetable."));
  }

  /** The plan's newest document. */
  Document newest(TimetablePlan plan) {
    return documents
        .newest(plan)
        .orElseThrow(
            () -> notFound("No document of this timetable is left: send its newest PDF again."));
  }

  /** An id in an address. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "An id is a UUID.", e);
    }
  }

  private static FailureException notFound(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }
}
