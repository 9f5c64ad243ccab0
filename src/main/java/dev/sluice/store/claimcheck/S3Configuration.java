package dev.sluice.store.claimcheck;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/** The one S3 client for all work, which the routes' aws2-s3 endpoints use as well. */
@Configuration(proxyBeanMethods = false)
class S3Configuration {

  private static final int CONNECTIONS = 200;

  /** Without a byte for this long a call has failed. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  @Bean
  BreakableHttp s3Http(S3Clients clients) {
    return new BreakableHttp(clients.http(CONNECTIONS, SILENCE));
  }

  @Bean
  S3Client s3Client(S3Clients clients, BreakableHttp s3Http) {
    return clients.over(s3Http);
  }
}
