package dev.sluice.intake.s3;

import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import java.time.Instant;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * One version of an object in the drop bucket, as it was listed.
 *
 * @param written when its sender wrote it, as the store says
 * @param eTag null in a store that has none; then size and time tell versions apart
 */
public record DroppedObject(
    String ref, String key, Instant written, String eTag, long sizeBytes, Drop drop) {

  static DroppedObject of(String bucket, S3Object listed) {
    String ref = "s3://" + bucket + "/" + listed.key();
    String version =
        listed.eTag() != null ? listed.eTag() : listed.size() + "@" + listed.lastModified();
    // The database knows no NUL, which a key may hold.
    Drop drop = new Drop(Origin.S3, ref.replace('\0', '\uFFFD'), version);
    return new DroppedObject(
        ref, listed.key(), listed.lastModified(), listed.eTag(), listed.size(), drop);
  }
}
