package dev.sluice.intake.archive;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits the size of an archive, packed and unpacked.
 *
 * @param maxSize of the archive itself
 * @param maxEntries files in it
 * @param maxInflated of all its files together
 * @param maxRatio how many times larger than packed a file may be; the first 16 MB are let pass
 */
@ConfigurationProperties("sluice.archive")
public record ArchiveSettings(
    DataSize maxSize, int maxEntries, DataSize maxInflated, int maxRatio) {

  /** Refuses limits that let nothing in. */
  public ArchiveSettings {
    Setting.atLeast("sluice.archive.max-size", 1, maxSize.toBytes());
    Setting.atLeast("sluice.archive.max-entries", 1, maxEntries);
    Setting.atLeast("sluice.archive.max-inflated", 1, maxInflated.toBytes());
    Setting.atLeast("sluice.archive.max-ratio", 1, maxRatio);
  }
}
