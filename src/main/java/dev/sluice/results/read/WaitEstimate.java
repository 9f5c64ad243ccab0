package dev.sluice.results.read;

import dev.sluice.pdf.ParserSettings;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Estimates how long a document has yet to wait, by the time that the last 100 completed ones were
 * in work and the forks of one replica. Thread-safe.
 */
@Component
class WaitEstimate {

  /** For this time an average is used again. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Average(double seconds, long atNanos) {}

  private final JdbcClient jdbc;
  private final int forks;
  private volatile Average average;

  WaitEstimate(JdbcClient jdbc, ParserSettings settings) {
    this.jdbc = jdbc;
    this.forks = settings.forks();
  }

  /** Seconds until a document at this position is begun, rounded up. */
  int secondsAt(int position) {
    return (int) Math.ceil(secondsInWork() * position / forks);
  }

  private double secondsInWork() {
    Average last = average;
    if (last == null || System.nanoTime() - last.atNanos() > FRESH.toNanos()) {
      last = new Average(measure(), System.nanoTime());
      average = last;
    }
    return last.seconds();
  }

  private double measure() {
    return jdbc.sql(
            """
            SELECT coalesce(avg(extract(epoch FROM completed_at - started_at)), 0) FROM (
              SELECT started_at, completed_at FROM document
              WHERE state = 'completed' AND original_deleted_at IS NULL
              ORDER BY completed_at DESC LIMIT 100) AS last
            """)
        .query(Double.class)
        .single();
  }
}
