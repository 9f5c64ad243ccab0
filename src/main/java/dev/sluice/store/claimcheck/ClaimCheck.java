package dev.sluice.store.claimcheck;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Opens, checks and removes originals. Storing them, and fetching whole documents, are steps of the
 * routes.
 */
@Component
public class ClaimCheck {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimCheck.class);

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

  /** Opens an original as a stream. */
  public InputStream open(String key) {
    return s3.getObject(request -> request.bucket(settings.bucket()).key(key));
  }

  /** Removes an original; it is no error if there is none. */
  public void discard(String key) {
    s3.deleteObject(request -> request.bucket(settings.bucket()).key(key));
  }

  /** Removes up to 1000 objects, with one request where the store knows how to. */
  public void discardAll(Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    try {
      removeTogether(keys).forEach(this::discard);
    } catch (S3Exception refused) {
      if (refused.statusCode() >= 500 && refused.statusCode() != 501) {
        throw refused;
      }
      LOG.debug("The store removes one object at a time", refused);
      keys.forEach(this::discard);
    }
  }

  /** Removes them with one request; the keys of those that the store did not remove. */
  private List<String> removeTogether(Collection<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    return s3
        .deleteObjects(
            request ->
                request.bucket(settings.bucket()).delete(d -> d.objects(objects).quiet(true)))
        .errors()
        .stream()
        .map(S3Error::key)
        .toList();
  }
}
