package dev.sluice.store.claimcheck;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Lists the claims bucket, and knows which ledger it belongs to. */
@Component
public class ClaimBucketListing {

  /** Key of the object that names the ledger which the bucket belongs to. */
  private static final String OWNER_KEY = "ledger-id";

  private final S3Client s3;
  private final String bucket;

  ClaimBucketListing(S3Client s3, ClaimSettings settings) {
    this.s3 = s3;
    this.bucket = settings.bucket();
  }

  /** An object in the bucket, and when it was written. */
  public record Item(String key, Instant storedAt) {}

  /**
   * A part of a bucket's list.
   *
   * @param items sorted by key, at most 1000
   * @param last whether nothing comes after it
   */
  public record Page(List<Item> items, boolean last) {

    /** The key that the next page comes after, empty if there are none. */
    public String lastKey() {
      return items.isEmpty() ? "" : items.get(items.size() - 1).key();
    }
  }

  /** The objects after this key, which need not exist; all for an empty one. */
  public Page after(String key) {
    ListObjectsV2Response listed =
        s3.listObjectsV2(
            request -> request.bucket(bucket).startAfter(key.isEmpty() ? null : key).maxKeys(1000));
    return new Page(
        listed.contents().stream().map(o -> new Item(o.key(), o.lastModified())).toList(),
        !Boolean.TRUE.equals(listed.isTruncated()));
  }

  /** The id of the ledger that keeps its originals here: the one that asked first. */
  public String owner(String asking) {
    try {
      return readOwner();
    } catch (NoSuchKeyException nobodyYet) {
      s3.putObject(
          request -> request.bucket(bucket).key(OWNER_KEY).contentType("text/plain"),
          RequestBody.fromString(asking));
      return readOwner();
    }
  }

  private String readOwner() {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(OWNER_KEY))
        .asString(StandardCharsets.UTF_8)
        .strip();
  }
}
