package dev.sluice.embedded;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Real clients of an embedded S3. */
public final class TestS3 {

  private TestS3() {}

  /** For the servers of a test. */
  public static S3Client client(EmbeddedServers servers) {
    Map<String, Object> properties = servers.applicationProperties();
    return client(
        servers.s3Endpoint(),
        (String) properties.get("sluice.s3.access-key"),
        (String) properties.get("sluice.s3.secret-key"));
  }

  /** For the server of another process. */
  public static S3Client client(Endpoints.S3 at) {
    return client(at.endpoint(), at.accessKey(), at.secretKey());
  }

  static S3Client client(String endpoint, String accessKey, String secretKey) {
    return builder(endpoint, accessKey, secretKey).build();
  }

  static S3ClientBuilder builder(String endpoint, String accessKey, String secretKey) {
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
  }
}
