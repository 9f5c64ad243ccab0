package dev.sluice.ops;

import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.claimcheck.S3Clients;
import java.time.Duration;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** Asks the object store for the claims bucket. */
@Component
class StoreProbe implements ServerProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final S3Client s3;
  private final ClaimSettings claims;

  StoreProbe(S3Clients clients, ClaimSettings claims) {
    this.s3 = clients.forWatch(TIMEOUT);
    this.claims = claims;
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
