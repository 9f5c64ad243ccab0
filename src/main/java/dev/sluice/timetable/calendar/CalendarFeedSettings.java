package dev.sluice.timetable.calendar;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How calendars are given out.
 *
 * @param subscriptions that an owner may have
 * @param maxAge for which a program may keep what it polled
 * @param remember how long it is remembered how often an entry was changed whose document is gone
 * @param sweep how often what need not be remembered is forgotten
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
