package dev.sluice.claimcheck;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** Removes originals. Storing and fetching are steps of the routes. */
@Component
public class ClaimCheck {

  private final S3Client s3;
  private final ClaimSettings settings;

  ClaimCheck(S3Client s3, ClaimSettings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** Removes an original; it is no error if there is none. */
  public void discard(String key) {
    s3.deleteObject(request -> request.bucket(settings.bucket()).key(key));
  }
}
