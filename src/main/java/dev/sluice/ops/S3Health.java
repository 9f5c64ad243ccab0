package dev.sluice.ops;

import dev.sluice.store.claimcheck.ClaimSettings;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** Is up while the claims bucket can be reached. */
@Component("s3")
class S3Health extends AbstractHealthIndicator {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final S3Client s3;
  private final ClaimSettings claims;

  S3Health(S3Client s3, ClaimSettings claims) {
    super("The claims bucket cannot be reached");
    this.s3 = s3;
    this.claims = claims;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    s3.headBucket(
        request ->
            request.bucket(claims.bucket()).overrideConfiguration(c -> c.apiCallTimeout(TIMEOUT)));
    builder.up().withDetail("bucket", claims.bucket());
  }
}
