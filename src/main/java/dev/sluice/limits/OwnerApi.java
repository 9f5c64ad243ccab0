package dev.sluice.limits;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.OwnerName;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on owners, for ops: which plan an owner has, and how far it is used up. */
@Component
public class OwnerApi {

  private final LimitSettings settings;
  private final OwnerPlans plans;
  private final TokenBuckets buckets;
  private final UploadSlots slots;
  private final StorageQuota storageQuota;
  private final JsonBody json;

  OwnerApi(
      LimitSettings settings,
      OwnerPlans plans,
      TokenBuckets buckets,
      UploadSlots slots,
      StorageQuota storageQuota,
      JsonBody json) {
    this.settings = settings;
    this.plans = plans;
    this.buckets = buckets;
    this.slots = slots;
    this.storageQuota = storageQuota;
    this.json = json;
  }

  /**
   * An owner as ops see it.
   *
   * @param enforced false while limits are off
   * @param limits of its plan
   * @param storedBytes of its originals together
   * @param quotas how far the other limits are used up
   */
  public record OwnerView(
      String owner,
      String plan,
      boolean enforced,
      Plan limits,
      long storedBytes,
      List<Quota> quotas) {}

  /** An owner's plan and what it has used of it; there need be no document or key of it yet. */
  public OwnerView get(@Header("owner") String name) {
    return view(OwnerName.checked(name));
  }

  /** The same of an owner whose name is known to be one. */
  public OwnerView view(String owner) {
    Plan plan = plans.planOf(owner);
    return new OwnerView(
        owner, plan.name(), settings.enabled(), plan, storageQuota.of(owner), quotas(owner, plan));
  }

  /** Gives an owner the plan that a body {@code {plan}} names. */
  public OwnerView assign(
      @Header("owner") String name, @Header("CamelHttpServletRequest") HttpServletRequest http)
      throws IOException {
    String owner = OwnerName.checked(name);
    plans.assign(owner, read(http).plan());
    return get(owner);
  }

  private List<Quota> quotas(String owner, Plan plan) {
    List<Quota> quotas = new ArrayList<>();
    quotas.addAll(buckets.look(owner, plan, RequestClass.UPLOAD));
    quotas.addAll(buckets.look(owner, plan, RequestClass.STATUS));
    quotas.addAll(buckets.look(owner, plan, RequestClass.READ));
    quotas.addAll(buckets.look(owner, plan, RequestClass.IMAGE));
    if (plan.concurrentUploads() > 0) {
      quotas.add(slots.quota(plan.concurrentUploads(), slots.used(owner)));
    }
    return quotas;
  }

  private PlanAssignment read(HttpServletRequest http) throws IOException {
    return checked(json.read(http, PlanAssignment.class, "{plan}"));
  }

  private PlanAssignment checked(PlanAssignment assignment) {
    if (assignment.plan() == null || !settings.plans().containsKey(assignment.plan())) {
      throw new FailureException(
          FailureCode.BAD_REQUEST,
          "plan must be one of " + String.join(", ", new TreeSet<>(settings.plans().keySet())));
    }
    return assignment;
  }

  private record PlanAssignment(String plan) {}
}
