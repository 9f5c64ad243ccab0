package dev.sluice.timetable.calendar;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of calendars and subscriptions.
 *
 * @param subscriptions that an owner may have
 * @param maxAge for which a program may cache what it polled
 * @param remember how long the number of changes of an entry is kept after its document is gone
 * @param sweep how often numbers that are no longer needed are deleted
 */
@ConfigurationProperties("sluice.calendars")
public record CalendarFeedSettings(
    int subscriptions, Duration maxAge, Duration remember, Duration sweep) {

  /** Refuses values without sense. */
  public CalendarFeedSettings {
    Setting.atLeast("sluice.calendars.subscriptions", 0, subscriptions);
    Setting.notNegative("sluice.calendars.max-age", maxAge);
    Setting.positive("sluice.calendars.remember", remember);
    Setting.positive("sluice.calendars.sweep", sweep);
  }
}
