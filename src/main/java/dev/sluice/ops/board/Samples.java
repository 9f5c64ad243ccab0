package dev.sluice.ops.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The samples of all replicas, put together for plots. */
@Component
class Samples {

  private final JdbcClient jdbc;
  private final SampleSettings settings;

  Samples(JdbcClient jdbc, SampleSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** One point of all plots; null where it is not known. */
  record Point(
      long at,
      Long received,
      Long completed,
      Long failed,
      Double p50,
      Double p95,
      Double queue,
      Double forks,
      Double cpu,
      Double memory,
      Double diskFree) {

    static Point gap(long at) {
      return new Point(at, null, null, null, null, null, null, null, null, null, null);
    }
  }

  /**
   * Evenly spaced points up to now; where no replica took a sample, there is a gap. What replicas
   * did is summed up, what each of them says of all is taken once, and the fullest disk counts.
   */
  SampleSeries read(SampleRange range) {
    long step = Math.max(range.stepSeconds(), settings.period().toSeconds());
    long last = Instant.now().getEpochSecond() / step * step;
    long first = last - range.seconds() / step * step;
    Map<Long, Point> found = new TreeMap<>();
    query(step, first).forEach(point -> found.put(point.at(), point));
    List<Point> points = new ArrayList<>();
    for (long at = first + step; at <= last; at += step) {
      points.add(found.getOrDefault(at, Point.gap(at)));
    }
    return new SampleSeries(step, SampleSeries.Series.of(points));
  }

  private List<Point> query(long step, long first) {
    return jdbc.sql(
            """
            SELECT (ceil(extract(epoch FROM at) / :step) * :step)::bigint AS at,
              sum(received)::bigint AS received, sum(completed)::bigint AS completed,
              sum(failed)::bigint AS failed, avg(p50) AS p50, max(p95) AS p95,
              avg(queue)::float8 AS queue, avg(forks)::float8 AS forks, avg(cpu) AS cpu,
              avg(memory)::float8 AS memory, min(disk_free)::float8 AS disk_free
            FROM (
              SELECT at, sum(received) AS received, max(completed) AS completed,
                max(failed) AS failed, max(p50_seconds) AS p50, max(p95_seconds) AS p95,
                max(queue) AS queue, sum(forks_busy) AS forks, avg(cpu) AS cpu,
                sum(memory_bytes) AS memory, min(disk_free_bytes) AS disk_free
              FROM ops_sample WHERE at > to_timestamp(:first) GROUP BY at) AS of_period
            GROUP BY 1
            """)
        .param("step", step)
        .param("first", first)
        .query(Point.class)
        .list();
  }
}
