package dev.sluice.chaos;

import java.util.HashMap;
import java.util.Map;

/** Configures the applications of a run as in production, but quick to notice that one is gone. */
final class ApplicationSettings {

  private ApplicationSettings() {}

  /** As environment variables, without addresses and secrets. */
  static Map<String, String> chaotic() {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "SLUICE_LIMITS_ENABLED", "false",
                "SLUICE_KAFKA_PARTITIONS", "4",
                "SLUICE_DOCUMENT_COUNTS_PERIOD", "2s",
                "SLUICE_ADMISSION_FREE_DISK", "16MB",
                "SLUICE_ADMISSION_RECOUNT", "1s"));
    // Who was killed is missed soon.
    settings.put("SLUICE_WORK_LEASE", "5s");
    settings.put("SLUICE_DROP_LEASE", "5s");
    settings.put("SLUICE_SWEEPER_PERIOD", "1s");
    settings.put("SLUICE_SWEEPER_PUBLISH_WITHIN", "5s");
    settings.put("SLUICE_SWEEPER_REQUEUE_AFTER", "30s");
    // Each kill costs the documents under way an attempt, and here are more kills than in years.
    settings.put("SLUICE_WORK_ATTEMPTS", "8");
    settings.put("SLUICE_WORK_RETRY_FIRST", "1s");
    settings.put("SLUICE_WORK_RETRY_CAP", "10s");
    // Dropped files do not rest for long.
    settings.put("SLUICE_S3_DROP_PERIOD", "500ms");
    settings.put("SLUICE_SFTP_POLL_EVERY", "500ms");
    settings.put("SLUICE_SFTP_STABLE_FOR", "1s");
    settings.put("SLUICE_SFTP_INCOMPLETE_AFTER", "5s");
    settings.put("SLUICE_SFTP_TIMEOUT", "10s");
    settings.put("SLUICE_PARSER_HEAP", Rig.PARSER_HEAP_MB + "MB");
    for (int n = 0; n < Corpus.OWNERS.size(); n++) {
      String owner = Corpus.OWNERS.get(n);
      settings.put("SLUICE_S3DROP_RULES_" + n + "_PREFIX", BucketDoor.PREFIX + owner + "/");
      settings.put("SLUICE_S3DROP_RULES_" + n + "_OWNER", owner);
      settings.put("SLUICE_SFTP_RULES_" + n + "_PREFIX", owner + "/");
      settings.put("SLUICE_SFTP_RULES_" + n + "_OWNER", owner);
    }
    return settings;
  }
}
