package dev.sluice.results.read;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of streams that follow a document's progress.
 *
 * @param streams that this replica may have open
 * @param perOwner of them
 * @param longest that one stays open, whatever becomes of its document
 * @param heartbeat time without news after which a comment is sent, so that no proxy takes the
 *     connection for dead
 */
@ConfigurationProperties("sluice.progress")
record ProgressSettings(int streams, int perOwner, Duration longest, Duration heartbeat) {

  /** Refuses values without sense. */
  ProgressSettings {
    Setting.atLeast("sluice.progress.streams", 0, streams);
    Setting.atLeast("sluice.progress.per-owner", 0, perOwner);
    Setting.positive("sluice.progress.longest", longest);
    Setting.positive("sluice.progress.heartbeat", heartbeat);
  }
}
