package dev.sluice.timetable;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the profiles at the start, which a broken profile ends. */
@Configuration(proxyBeanMethods = false)
class TimetableConfiguration {

  @Bean
  Profiles profiles(TimetableSettings settings, ResourcePatternResolver files) throws IOException {
    return new Profiles(files.getResources(settings.profiles()));
  }
}
