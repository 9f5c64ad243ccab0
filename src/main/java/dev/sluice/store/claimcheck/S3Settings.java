package dev.sluice.store.claimcheck;

import dev.sluice.model.settings.Setting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the object store.
 *
 * @param endpoint of a store that is not AWS, or null
 * @param accessKey null or empty: the AWS SDK's default credentials chain
 * @param pathStyle bucket in the path instead of the host name, as most stores but AWS need it
 * @param caFile PEM file of the only authorities to trust; null or empty: those of the JVM
 */
@ConfigurationProperties("sluice.s3")
public record S3Settings(
    URI endpoint,
    String region,
    String accessKey,
    String secretKey,
    boolean pathStyle,
    String caFile) {

  /** Refuses a missing region, half a pair of keys and a file that cannot be read. */
  public S3Settings {
    Setting.required("sluice.s3.region", region);
    if (isSet(accessKey)) {
      Setting.required("sluice.s3.secret-key", secretKey);
    }
    if (isSet(caFile)) {
      Setting.readable("sluice.s3.ca-file", caFile);
    }
  }

  boolean hasEndpoint() {
    return endpoint != null && isSet(endpoint.toString());
  }

  boolean hasKeys() {
    return isSet(accessKey);
  }

  boolean hasCaFile() {
    return isSet(caFile);
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }
}
