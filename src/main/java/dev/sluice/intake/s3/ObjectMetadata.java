package dev.sluice.intake.s3;

import dev.sluice.intake.DropRule;
import dev.sluice.intake.ProfileName;
import dev.sluice.intake.Sender;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.OwnerName;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what an object states in x-amz-meta-owner, x-amz-meta-profile and x-amz-meta-lane. */
record ObjectMetadata(Map<String, String> values) {

  /**
   * The sender; the rule supplies what the object does not state. Throws FailureException on
   * impossible names.
   */
  Sender sender(DropRule rule) {
    return new Sender(
        name("owner", OwnerName::isValid, rule.owner()),
        Origin.S3,
        lane(rule.lane()),
        name("profile", ProfileName::isValid, rule.profile()));
  }

  private String name(String key, Predicate<String> valid, String otherwise) {
    String name = values.get(key);
    if (name == null) {
      return otherwise;
    }
    if (!valid.test(name)) {
      throw malformed(key);
    }
    return name;
  }

  private Lane lane(Lane otherwise) {
    String label = values.get("lane");
    try {
      return label == null ? otherwise : Lane.of(label);
    } catch (IllegalArgumentException unknown) {
      throw malformed("lane");
    }
  }

  private static FailureException malformed(String key) {
    return new FailureException(
        FailureCode.BAD_REQUEST, "x-amz-meta-" + key + " cannot be a " + key + ".");
  }
}
