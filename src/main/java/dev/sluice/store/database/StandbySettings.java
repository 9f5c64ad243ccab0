package dev.sluice.store.database;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of reads from a standby of the database.
 *
 * @param url JDBC URL of a standby, or of a pooler in front of several; blank for none
 * @param user blank for that of the primary
 * @param password blank for that of the primary
 * @param staleness how far behind the primary a standby may be, and how old a change must be before
 *     a standby is asked for it
 * @param pool most connections to it
 */
@ConfigurationProperties("sluice.jdbc.read")
record StandbySettings(String url, String user, String password, Duration staleness, int pool) {

  private static final long LONGEST = Duration.ofHours(1).toSeconds();

  /** Refuses a bound that is none. */
  StandbySettings {
    Setting.positive("sluice.jdbc.read.staleness", staleness);
    Setting.between("sluice.jdbc.read.staleness", 1, LONGEST, staleness.toSeconds());
    Setting.atLeast("sluice.jdbc.read.pool", 1, pool);
  }
}
