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
 */
@ConfigurationProperties("sluice.s3")
public record S3Settings(
    URI endpoint, String region, String accessKey, String secretKey, boolean pathStyle) {

  /** Refuses a missing region and half a pair of keys. */
  public S3Settings {
    Setting.required("sluice.s3.region", region);
    if (isSet(accessKey)) {
      Setting.required("sluice.s3.secret-key", secretKey);
    }
  }

  boolean hasEndpoint() {
    return endpoint != null && isSet(endpoint.toString());
  }

  boolean hasKeys() {
    return isSet(accessKey);
  }

  private static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }
}
