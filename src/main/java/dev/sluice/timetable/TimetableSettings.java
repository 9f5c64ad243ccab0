package dev.sluice.timetable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where profiles are.
 *
 * @param profiles a pattern of Spring's resources, such as {@code file:/etc/sluice/profiles/*.yaml}
 */
@ConfigurationProperties("sluice.timetables")
record TimetableSettings(@DefaultValue("classpath:profiles/*.yaml") String profiles) {

  /** Throws {@link IllegalArgumentException} when there is none. */
  TimetableSettings {
    if (profiles.isBlank()) {
      throw new IllegalArgumentException("sluice.timetables.profiles must not be empty");
    }
  }
}
