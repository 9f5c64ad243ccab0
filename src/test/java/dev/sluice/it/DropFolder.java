package dev.sluice.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket as seen by a system that drops files there. */
public record DropFolder(S3Client s3, String bucket) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Drops an object and gives its version. */
  public String put(String key, byte[] content) {
    return put(key, content, Map.of());
  }

  public String put(String key, byte[] content, Map<String, String> metadata) {
    return s3.putObject(
            request -> request.bucket(bucket).key(key).metadata(metadata),
            RequestBody.fromBytes(content))
        .eTag();
  }

  public boolean holds(String key) {
    try {
      s3.headObject(request -> request.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException missing) {
      return false;
    }
  }

  public byte[] read(String key) {
    return s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
  }

  public List<String> keys(String prefix) {
    return s3
        .listObjectsV2Paginator(
            request -> request.bucket(bucket).prefix(prefix).encodingType(EncodingType.URL))
        .contents()
        .stream()
        .map(S3Object::key)
        .toList();
  }

  public void awaitGone(String key) {
    await().until(() -> !holds(key));
  }

  /** Waits for a receipt or a report. */
  public JsonNode awaitNote(String key) {
    await().until(() -> holds(key));
    try {
      return JSON.readTree(read(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ConditionFactory await() {
    return Awaitility.await().pollInterval(Duration.ofMillis(100));
  }
}
