package dev.sluice.store.retention;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The times for which documents and originals are kept; 0 means for ever.
 *
 * @param originals of completed documents, from their completion
 * @param failed documents without results (invalid, dead, cancelled) with their originals, from
 *     their end
 * @param documents that were completed, with their results, from their completion
 * @param batches that hold no document which is there, from their last file
 * @param period between two looks for what is past its time
 * @param batch documents that are dealt with at once, at most 1000, as the store takes no more
 */
@ConfigurationProperties("sluice.retention")
public record RetentionSettings(
    Duration originals,
    Duration failed,
    Duration documents,
    Duration batches,
    Duration period,
    int batch) {

  private static final String KEY = "sluice.retention.";

  /** Refuses negative times, and passes without end or without work. */
  public RetentionSettings {
    Setting.notNegative(KEY + "originals", originals);
    Setting.notNegative(KEY + "failed", failed);
    Setting.notNegative(KEY + "documents", documents);
    Setting.notNegative(KEY + "batches", batches);
    Setting.positive(KEY + "period", period);
    Setting.between(KEY + "batch", 1, 1000, batch);
  }
}
