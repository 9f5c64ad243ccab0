package dev.sluice.intake.s3;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.claimcheck.ClaimSettings;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads and changes objects of the drop bucket; a change applies only to the version that was
 * listed.
 */
@Component
class DropBucket {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int REPLACED = 412;
  private static final int NOT_IMPLEMENTED = 501;
  private static final String ANY = "*";

  /** What a store answers if a condition does not hold, also to one of two that come at once. */
  private static final Set<Integer> REFUSALS = Set.of(NOT_FOUND, CONFLICT, REPLACED);

  private final S3Client s3;
  private final String bucket;
  private final int pageSize;

  DropBucket(S3Client s3, S3DropSettings settings, ClaimSettings claims) {
    if (claims.bucket().equals(settings.bucket())) {
      throw new IllegalArgumentException(
          "sluice.s3-drop.bucket must be another one than sluice.claims.bucket");
    }
    this.s3 = s3;
    this.bucket = settings.bucket();
    this.pageSize = settings.pageSize();
  }

  /** The objects below a prefix, page by page; each page is asked for when it is wanted. */
  Iterator<List<DroppedObject>> pages(String prefix) {
    // A key may hold what XML cannot.
    Iterator<ListObjectsV2Response> responses =
        s3.listObjectsV2Paginator(
                request ->
                    request
                        .bucket(bucket)
                        .prefix(prefix)
                        .maxKeys(pageSize)
                        .encodingType(EncodingType.URL))
            .iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return responses.hasNext();
      }

      @Override
      public List<DroppedObject> next() {
        return ask(responses::next).contents().stream()
            .map(object -> DroppedObject.of(bucket, object))
            .toList();
      }
    };
  }

  /** Opens the object; nothing if it was replaced or is gone. */
  Optional<ResponseInputStream<GetObjectResponse>> open(DroppedObject object) {
    return ifUnchanged(
        () ->
            s3.getObject(
                request -> request.bucket(bucket).key(object.key()).ifMatch(object.eTag())));
  }

  /** Whether there is an object of this key. */
  boolean exists(String key) {
    return ifUnchanged(() -> s3.headObject(request -> request.bucket(bucket).key(key))).isPresent();
  }

  /**
   * Writes a note unless there is an object of its key; false then. Some stores ignore or refuse
   * the condition, so it is looked at before.
   */
  boolean create(String key, byte[] json) {
    return !exists(key) && ifUnchanged(() -> put(key, json)).isPresent();
  }

  private Object put(String key, byte[] json) {
    RequestBody body = RequestBody.fromBytes(json);
    try {
      return s3.putObject(note(key).ifNoneMatch(ANY).build(), body);
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
      return s3.putObject(note(key).build(), body);
    }
  }

  private PutObjectRequest.Builder note(String key) {
    return PutObjectRequest.builder().bucket(bucket).key(key).contentType("application/json");
  }

  /**
   * Moves the object unless it was replaced or is gone; false if there is an object of the new key.
   */
  boolean move(DroppedObject object, String key) {
    if (exists(key)) {
      return false;
    }
    Optional<?> copied = ifUnchanged(() -> copy(object, key));
    copied.ifPresent(done -> delete(object));
    return copied.isPresent() || !exists(key);
  }

  private Object copy(DroppedObject object, String key) {
    try {
      return s3.copyObject(copyOf(object, key).ifNoneMatch(ANY).build());
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
      return s3.copyObject(copyOf(object, key).build());
    }
  }

  private CopyObjectRequest.Builder copyOf(DroppedObject object, String key) {
    return CopyObjectRequest.builder()
        .sourceBucket(bucket)
        .sourceKey(object.key())
        .copySourceIfMatch(object.eTag())
        .destinationBucket(bucket)
        .destinationKey(key);
  }

  /** Deletes a note that this replica has just written. */
  void delete(String note) {
    ask(() -> s3.deleteObject(request -> request.bucket(bucket).key(note)));
  }

  /**
   * Deletes the object unless it was replaced or is gone. Some stores ignore a deletion's
   * condition, so it is looked at before; there, what replaces it in between is lost.
   */
  void delete(DroppedObject object) {
    ifUnchanged(
            () ->
                s3.headObject(
                    request -> request.bucket(bucket).key(object.key()).ifMatch(object.eTag())))
        .ifPresent(unchanged -> ifUnchanged(() -> deleteNow(object)));
  }

  private Object deleteNow(DroppedObject object) {
    try {
      return s3.deleteObject(
          request -> request.bucket(bucket).key(object.key()).ifMatch(object.eTag()));
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
      return s3.deleteObject(request -> request.bucket(bucket).key(object.key()));
    }
  }

  private <T> Optional<T> ifUnchanged(Supplier<T> call) {
    return ask(
        () -> {
          try {
            return Optional.of(call.get());
          } catch (S3Exception e) {
            if (REFUSALS.contains(e.statusCode())) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (S3Exception e) {
      if (e.statusCode() < 400 || e.statusCode() >= 500) {
        throw e;
      }
      throw new FailureException(
          FailureCode.SOURCE_REFUSED,
          "The bucket %s (sluice.s3-drop.bucket) says %s."
              .formatted(bucket, e.awsErrorDetails().errorCode()),
          e);
    }
  }
}
