package dev.sluice.ops.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.spool.SpoolFolder;
import dev.sluice.pdf.ResidentMemory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down in each period what this replica did in it. A route calls it. */
@Component
public class Sampler {

  /** What is being committed at the end of a period is waited for. */
  private static final int LATE_MILLIS = 1_000;

  private final JdbcClient jdbc;
  private final SampleSettings settings;
  private final StageCounters stages;
  private final MeterReader meters;
  private final SpoolFolder spool;
  private final ReplicaName replica;
  private final ObjectMapper json;
  private Map<Stage, StageCounters.Passed> before = new EnumMap<>(Stage.class);

  Sampler(
      JdbcClient jdbc,
      SampleSettings settings,
      StageCounters stages,
      MeterReader meters,
      SpoolFolder spool,
      ReplicaName replica,
      ObjectMapper json) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.stages = stages;
    this.meters = meters;
    this.spool = spool;
    this.replica = replica;
    this.json = json;
  }

  /** Takes the sample of the period that ended last; nothing if there is one already. */
  public synchronized void take() {
    Map<Stage, StageCounters.Passed> now = stages.read();
    Map<Stage, StageCounters.Passed> passed = new EnumMap<>(Stage.class);
    now.forEach(
        (stage, all) ->
            passed.put(stage, all.minus(before.getOrDefault(stage, StageCounters.Passed.NONE))));
    if (insert(settings.endBefore(Instant.now().minusMillis(LATE_MILLIS)), passed)) {
      before = now;
    }
  }

  /** Removes what is past its time. */
  public void sweep() {
    jdbc.sql("DELETE FROM ops_sample WHERE at < now() - make_interval(secs => ?)")
        .param(settings.keep().toSeconds())
        .update();
  }

  private boolean insert(Instant end, Map<Stage, StageCounters.Passed> passed) {
    return jdbc.sql(
                """
                INSERT INTO ops_sample (at, replica, received, completed, failed, p50_seconds,
                  p95_seconds, queue, forks_busy, cpu, memory_bytes, disk_free_bytes, stages)
                SELECT CAST(:at AS timestamptz), :replica, :received, completed, failed, p50, p95,
                  :queue, :forks, :cpu, :memory, :disk, CAST(:stages AS jsonb)
                FROM (
                  SELECT count(*) FILTER (WHERE e.state = 'completed') AS completed,
                    count(*) FILTER (WHERE e.state IN ('dead', 'invalid')) AS failed,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
                    percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95
                  FROM (
                    SELECT e.state, CASE WHEN e.state = 'completed' THEN
                      extract(epoch FROM e.occurred_at - d.received_at)::float8 END AS seconds
                    FROM completion_event e LEFT JOIN document d ON d.id = e.document_id
                    WHERE e.id >= :from AND e.id < :to) AS e) AS ended
                ON CONFLICT DO NOTHING
                """)
            .param("at", end.toString())
            .param("replica", replica.name())
            .param("received", passed.get(Stage.RECEIVE).all() - passed.get(Stage.RECEIVE).failed())
            .param("queue", meters.count("sluice.admission.queue.depth"))
            .param("forks", (int) meters.count("sluice.forks.busy"))
            .param("cpu", meters.sum("system.cpu.usage").orElse(0))
            .param("memory", ResidentMemory.of(ProcessHandle.current()))
            .param("disk", spool.freeBytes())
            .param("stages", text(passed))
            .param("from", EventId.firstAt(end.minus(settings.period())))
            .param("to", EventId.firstAt(end))
            .update()
        == 1;
  }

  private String text(Map<Stage, StageCounters.Passed> passed) {
    Map<String, long[]> numbers = new TreeMap<>();
    passed.forEach((stage, n) -> numbers.put(stage.label(), new long[] {n.all(), n.failed()}));
    try {
      return json.writeValueAsString(numbers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers are JSON", e);
    }
  }
}
