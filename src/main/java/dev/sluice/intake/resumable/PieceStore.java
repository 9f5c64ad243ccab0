package dev.sluice.intake.resumable;

import dev.sluice.store.claimcheck.ClaimCheck;
import dev.sluice.store.claimcheck.ClaimSettings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Keeps the bytes of pieces beside the originals until their upload is over. */
@Component
class PieceStore {

  private final S3Client s3;
  private final ClaimCheck claims;
  private final String bucket;

  PieceStore(S3Client s3, ClaimCheck claims, ClaimSettings settings) {
    this.s3 = s3;
    this.claims = claims;
    this.bucket = settings.bucket();
  }

  /**
   * Stores a piece under a new key, so that two pieces for one offset do not overwrite each other.
   */
  String put(UploadId upload, Path file) {
    String key = prefix(upload) + UUID.randomUUID();
    s3.putObject(request -> request.bucket(bucket).key(key), file);
    return key;
  }

  InputStream open(String key) {
    return s3.getObject(request -> request.bucket(bucket).key(key));
  }

  /** Removes one piece. */
  void discard(String key) {
    claims.discard(key);
  }

  /** Removes all pieces of an upload, also those that never counted. */
  void discardAll(UploadId upload) {
    s3
        .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix(upload)))
        .contents()
        .stream()
        .map(S3Object::key)
        .forEach(claims::discard);
  }

  private static String prefix(UploadId upload) {
    return "uploads/" + upload + "/";
  }
}
