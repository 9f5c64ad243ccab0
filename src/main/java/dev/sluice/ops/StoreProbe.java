package dev.sluice.ops;

import dev.sluice.StartupFailure;
import dev.sluice.model.failure.Reason;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.claimcheck.S3Clients;
import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** Asks the object store for the claims bucket. */
@Component
class StoreProbe implements ServerProbe, InitializingBean {

  private static final String ADVICE =
      "Look at SLUICE_S3_ENDPOINT, SLUICE_S3_REGION, the keys, and SLUICE_CLAIMS_BUCKET, which must exist";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final S3Client s3;
  private final ClaimSettings claims;

  StoreProbe(S3Clients clients, ClaimSettings claims) {
    this.s3 = clients.forWatch(TIMEOUT);
    this.claims = claims;
  }

  /** Says so in one line if the start cannot but fail, as the routes need the bucket. */
  @Override
  public void afterPropertiesSet() {
    try {
      ask();
    } catch (NoSuchBucketException missing) {
      throw new StartupFailure("there is no bucket " + claims.bucket(), ADVICE, missing);
    } catch (SdkException failure) {
      throw new StartupFailure(
          "the object store cannot be used: " + Reason.of(failure), ADVICE, failure);
    }
  }

  @Override
  public WatchedServer server() {
    return WatchedServer.STORE;
  }

  @Override
  public void ask() {
    s3.headBucket(request -> request.bucket(claims.bucket()));
  }

  @Override
  public void close() {
    s3.close();
  }
}
