package dev.sluice.web.session;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of sessions.
 *
 * @param keep from the login to the end of a session, however often it is used
 * @param perOwner sessions that an owner may have; another login ends the oldest
 */
@ConfigurationProperties("sluice.sessions")
public record SessionSettings(Duration keep, int perOwner) {

  /** Refuses sessions that would end before their first request. */
  public SessionSettings {
    Setting.positive("sluice.sessions.keep", keep);
    Setting.atLeast("sluice.sessions.keep in seconds", 60, keep.toSeconds());
    Setting.atLeast("sluice.sessions.per-owner", 1, perOwner);
  }
}
