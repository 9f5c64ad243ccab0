package dev.sluice.claimcheck;

import dev.sluice.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where originals are kept.
 *
 * @param bucket must exist
 * @param putSize bytes that go up in one request, at least 5 MiB; larger originals go in parts of
 *     it
 * @param partSize bytes of a resumable upload that are kept at a time; S3 wants at least 5 MiB
 */
@ConfigurationProperties("sluice.claims")
public record ClaimSettings(String bucket, long putSize, long partSize) {

  /** Refuses a missing bucket and parts that S3 would refuse. */
  public ClaimSettings {
    Setting.required("sluice.claims.bucket", bucket);
    Setting.atLeast("sluice.claims.put-size", 5L * 1024 * 1024, putSize);
    Setting.atLeast("sluice.claims.part-size", 5L * 1024 * 1024, partSize);
  }
}
