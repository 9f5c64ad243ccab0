package dev.sluice.intake.s3;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.claimcheck.ClaimSettings;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads and changes objects of the drop bucket; a change applies only to the version that was
 * listed.
 */
@Component
class DropBucket {

  private static final int NOT_FOUND = 404;
  private static final int REPLACED = 412;
  private static final int NOT_IMPLEMENTED = 501;

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

  void write(String key, byte[] json) {
    ask(
        () ->
            s3.putObject(
                request -> request.bucket(bucket).key(key).contentType("application/json"),
                RequestBody.fromBytes(json)));
  }

  /** Moves the object unless it was replaced or is gone. */
  void move(DroppedObject object, String key) {
    ifUnchanged(
            () ->
                s3.copyObject(
                    request ->
                        request
                            .sourceBucket(bucket)
                            .sourceKey(object.key())
                            .copySourceIfMatch(object.eTag())
                            .destinationBucket(bucket)
                            .destinationKey(key)))
        .ifPresent(copied -> delete(object));
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
            if (e.statusCode() == REPLACED || e.statusCode() == NOT_FOUND) {
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
