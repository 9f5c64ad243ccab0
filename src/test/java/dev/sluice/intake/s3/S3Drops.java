package dev.sluice.intake.s3;

import dev.sluice.intake.DropRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Settings for tests. */
final class S3Drops {

  private S3Drops() {}

  static S3DropSettings of(String... prefixes) {
    return settings("drop", "done", "error/", rules(prefixes));
  }

  static S3DropSettings settings(String bucket, String done, String error, List<DropRule> rules) {
    return new S3DropSettings(
        bucket, rules, false, Duration.ofSeconds(1), 1000, 1, null, done, error, true);
  }

  static List<DropRule> rules(String... prefixes) {
    return Stream.of(prefixes).map(prefix -> new DropRule(prefix, "me", null, null)).toList();
  }
}
