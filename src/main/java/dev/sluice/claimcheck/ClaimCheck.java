package dev.sluice.claimcheck;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Looks after originals. Storing and fetching are steps of the routes. */
@Component
public class ClaimCheck {

  private final S3Client s3;
  private final ClaimSettings settings;

  ClaimCheck(S3Client s3, ClaimSettings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** Whether the original is still there. */
  public boolean holds(String key) {
    try {
      s3.headObject(request -> request.bucket(settings.bucket()).key(key));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  /** Removes an original; it is no error if there is none. */
  public void discard(String key) {
    s3.deleteObject(request -> request.bucket(settings.bucket()).key(key));
  }
}
