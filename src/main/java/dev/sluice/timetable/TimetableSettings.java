package dev.sluice.timetable;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The location of profiles.
 *
 * @param profiles a pattern of Spring's resources, such as {@code file:/etc/sluice/profiles/*.yaml}
 */
@ConfigurationProperties("sluice.timetables")
record TimetableSettings(String profiles) {

  /** Throws {@link IllegalArgumentException} when there is none. */
  TimetableSettings {
    Setting.required("sluice.timetables.profiles", profiles);
  }
}
