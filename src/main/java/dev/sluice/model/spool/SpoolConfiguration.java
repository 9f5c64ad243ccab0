package dev.sluice.model.spool;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The spool folder of this process. */
@Configuration(proxyBeanMethods = false)
class SpoolConfiguration {

  @Bean
  SpoolFolder spoolFolder(@Value("${sluice.data-dir}") Path dataDirectory) {
    return new SpoolFolder(dataDirectory.resolve("spool"));
  }
}
