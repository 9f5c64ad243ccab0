package dev.sluice.results.rendition;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of thumbnails, page images and words.
 *
 * @param longestWait for one's turn, and again for a free parser; then callers are asked to come
 *     back
 * @param forgetFailure time after which a page that could not be drawn is tried again
 */
@ConfigurationProperties("sluice.thumbnail")
public record ThumbnailSettings(
    @DefaultValue("10s") Duration longestWait, @DefaultValue("1d") Duration forgetFailure) {

  private static final String KEY = "sluice.thumbnail.";

  /** Refuses times that are not positive. */
  public ThumbnailSettings {
    Setting.positive(KEY + "longest-wait", longestWait);
    Setting.positive(KEY + "forget-failure", forgetFailure);
  }
}
