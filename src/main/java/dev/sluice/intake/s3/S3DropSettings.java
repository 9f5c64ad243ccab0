package dev.sluice.intake.s3;

import dev.sluice.intake.DropRule;
import dev.sluice.model.settings.Setting;
import dev.sluice.timetable.Profiles;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the drop bucket: which objects are taken in, and what becomes of them.
 *
 * @param bucket must exist; empty: this door stays shut
 * @param rules whose the objects below each prefix are; other objects are not looked at
 * @param trustMetadata whether an object may say itself whose it is
 * @param period between two looks into the bucket
 * @param pageSize objects that are listed at once, 1000 at most as S3 has it
 * @param concurrency objects that are taken at once
 * @param after what becomes of an object
 * @param done prefix for receipts and what was received
 * @param error prefix for reports and what was refused
 * @param receipts whether to write them
 */
@ConfigurationProperties("sluice.s3-drop")
public record S3DropSettings(
    String bucket,
    List<DropRule> rules,
    boolean trustMetadata,
    Duration period,
    int pageSize,
    int concurrency,
    ReceivedObjectPolicy after,
    String done,
    String error,
    boolean receipts) {

  /** Refuses rules without owners, and prefixes that cannot be told apart. */
  public S3DropSettings {
    rules = rules == null ? List.of() : List.copyOf(rules);
    after = after == null ? ReceivedObjectPolicy.MOVE : after;
    Setting.positive("sluice.s3-drop.period", period);
    Setting.between("sluice.s3-drop.page-size", 1, 1000, pageSize);
    Setting.atLeast("sluice.s3-drop.concurrency", 1, concurrency);
    Setting.required("sluice.s3-drop.done", done);
    Setting.required("sluice.s3-drop.error", error);
    done = folder(done);
    error = folder(error);
    if (isSet(bucket)) {
      check(rules, done, error);
    }
  }

  /** Whether there is a bucket to look into. */
  boolean isConfigured() {
    return isSet(bucket);
  }

  /** Throws {@link IllegalArgumentException} for a rule with a profile that there is not. */
  void checkProfiles(Profiles profiles) {
    if (isConfigured()) {
      DropRule.checkProfiles("sluice.s3-drop.rules", rules, profiles);
    }
  }

  private static void check(List<DropRule> rules, String done, String error) {
    Setting.atLeast("the number of sluice.s3-drop.rules", 1, rules.size());
    DropRule.check("sluice.s3-drop.rules", rules);
    for (int i = 0; i < rules.size(); i++) {
      String prefix = rules.get(i).prefix();
      if (prefix.startsWith(done) || prefix.startsWith(error)) {
        throw new IllegalArgumentException(
            "sluice.s3-drop.rules[" + i + "].prefix must not lie below done or error");
      }
    }
  }

  private static String folder(String prefix) {
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }
}
