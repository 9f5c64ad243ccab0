package dev.sluice.ops.board;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much passes through each stage, over all replicas, by their samples. */
@Component
class StageRates {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final SampleSettings settings;

  StageRates(JdbcClient jdbc, SampleSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** What passed in the last minute, and what failed in the last hour; null before a sample. */
  record Rate(Double perMinute, Long failuresLastHour) {
    static final Rate UNKNOWN = new Rate(null, null);
  }

  /** Of each stage. */
  Map<Stage, Rate> read() {
    Duration window = settings.period().compareTo(MINUTE) < 0 ? MINUTE : settings.period();
    Map<Stage, Rate> rates = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      rates.put(stage, Rate.UNKNOWN);
    }
    jdbc.sql(
            """
            SELECT passed.key AS stage,
              coalesce(sum((passed.value->>0)::bigint) FILTER (WHERE at > (
                SELECT max(at) FROM ops_sample) - make_interval(secs => :window)), 0) AS lately,
              sum((passed.value->>1)::bigint) AS failures
            FROM ops_sample, jsonb_each(stages) AS passed
            WHERE at > now() - interval '1 hour'
            GROUP BY passed.key
            """)
        .param("window", window.toMillis() / 1000.0)
        .query(
            row -> {
              Stage stage = Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT));
              double perMinute = row.getLong("lately") * 60_000.0 / window.toMillis();
              rates.put(stage, new Rate(perMinute, row.getLong("failures")));
            });
    return rates;
  }

  /** Documents that ended as dead in the last hour. */
  long deadLastHour() {
    return jdbc.sql(
            """
            SELECT count(*) FROM completion_event
            WHERE id >= :from AND state = 'dead'
            """)
        .param("from", EventId.firstAt(Instant.now().minus(Duration.ofHours(1))))
        .query(Long.class)
        .single();
  }
}
