package dev.sluice.results.rendition;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of page images and words.
 *
 * @param keepBytes of memory that all of them may take in a replica
 * @param keepFor time without a caller after which one is forgotten
 */
@ConfigurationProperties("sluice.page-images")
public record RenditionSettings(
    @DefaultValue("32MB") DataSize keepBytes, @DefaultValue("10m") Duration keepFor) {

  private static final String KEY = "sluice.page-images.";

  /** Refuses values without sense. */
  public RenditionSettings {
    Setting.atLeast(KEY + "keep-bytes", 0, keepBytes.toBytes());
    Setting.positive(KEY + "keep-for", keepFor);
  }
}
