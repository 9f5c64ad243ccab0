package dev.sluice.store.claimcheck;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where originals are kept.
 *
 * @param bucket must exist
 * @param partSize bytes; S3 wants at least 5 MiB
 */
@ConfigurationProperties("sluice.claims")
public record ClaimSettings(String bucket, long partSize) {

  /** Refuses a missing bucket and parts that S3 would refuse. */
  public ClaimSettings {
    Setting.required("sluice.claims.bucket", bucket);
    Setting.atLeast("sluice.claims.part-size", 5L * 1024 * 1024, partSize);
  }
}
