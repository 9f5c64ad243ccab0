package dev.sluice.store.claimcheck;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.TrustManager;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.TlsTrustManagersProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of the configured object store. */
@Component
public class S3Clients {

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  private final S3Settings settings;
  private final TlsTrustManagersProvider trust;

  S3Clients(S3Settings settings) {
    this.settings = settings;
    this.trust = settings.hasCaFile() ? trustOnly(settings.caFile()) : null;
  }

  /** A client of its own for the watch, whose calls nothing else holds up or breaks off. */
  public S3Client forWatch(Duration timeout) {
    return client(http(1, timeout), timeout);
  }

  /** The client for all else. */
  S3Client over(BreakableHttp http) {
    return client(http, Duration.ofMinutes(5));
  }

  SdkHttpClient http(int connections, Duration silence) {
    return ApacheHttpClient.builder()
        .maxConnections(connections)
        .connectionTimeout(TO_CONNECT)
        .socketTimeout(silence)
        .tlsTrustManagersProvider(trust)
        .build();
  }

  private static TlsTrustManagersProvider trustOnly(String caFile) {
    try {
      String certificate = Path.of(caFile).toUri().toString();
      PemSslStoreDetails authorities = PemSslStoreDetails.forCertificate(certificate);
      PemSslStoreBundle stores = new PemSslStoreBundle(null, authorities);
      TrustManager[] trusted = SslManagerBundle.from(stores, SslBundleKey.NONE).getTrustManagers();
      return () -> trusted;
    } catch (RuntimeException unusable) {
      throw new IllegalArgumentException(
          "sluice.s3.ca-file holds no certificates in PEM: " + caFile);
    }
  }

  private S3Client client(SdkHttpClient http, Duration timeout) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            // Many stores but AWS do not know the newer checksum trailers.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(c -> c.apiCallTimeout(timeout))
            .httpClient(http);
    if (settings.hasEndpoint()) {
      builder.endpointOverride(settings.endpoint());
    }
    if (settings.hasKeys()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
    }
    return builder.build();
  }
}
