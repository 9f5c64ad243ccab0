package dev.sluice.replay;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.ledger.DocumentRestart;
import dev.sluice.store.ledger.SweeperSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Feeds the documents of replays into the flow, the oldest replay first, and notes their outcomes.
 * Any number of replicas may do so at once: there is one turn a second, and one replica gets it.
 */
@Component
public class ReplayFeeder {

  private final JdbcClient jdbc;
  private final SweeperSettings sweeper;
  private final Counter started;
  private final Counter recovered;

  ReplayFeeder(JdbcClient jdbc, SweeperSettings sweeper, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.sweeper = sweeper;
    this.started =
        Counter.builder("sluice.replayed")
            .description("Documents that replays began again")
            .register(meters);
    this.recovered =
        Counter.builder("sluice.replayed.recovered")
            .description("Of them those that were completed")
            .register(meters);
  }

  /**
   * Restarts as many documents as may start in a second, if a turn is due, and returns the tickets
   * to publish. A document that has changed since the replay was ordered is skipped.
   */
  public List<Ticket> takeTurn() {
    List<Ticket> tickets =
        jdbc.sql(
                """
                WITH turn AS (
                    UPDATE replay SET next_turn_at =
                        greatest(next_turn_at, now() - interval '1 second') + interval '1 second'
                    WHERE id = (
                        SELECT replay_id FROM replay_document WHERE status = 'waiting'
                        ORDER BY replay_id LIMIT 1)
                      AND next_turn_at <= now() AND called_off_at IS NULL
                    RETURNING id, lane, per_second),
                chosen AS (
                    SELECT next.*, turn.lane FROM turn CROSS JOIN LATERAL (
                        SELECT replay_id, document_id, found_state, found_attempts
                        FROM replay_document
                        WHERE replay_id = turn.id AND status = 'waiting'
                        ORDER BY document_id LIMIT turn.per_second) next),
                begun AS (
                    UPDATE document SET lane = chosen.lane, %s
                    FROM chosen
                    WHERE id = chosen.document_id AND state = chosen.found_state
                      AND attempts = chosen.found_attempts
                    RETURNING id, owner, document.lane),
                noted AS (
                    UPDATE replay_document r
                    SET status = CASE WHEN begun.id IS NULL THEN 'skipped' ELSE 'started' END,
                        after_event = (
                            SELECT coalesce(max(number), 0) FROM document_event e
                            WHERE e.document_id = r.document_id)
                    FROM chosen LEFT JOIN begun ON begun.id = chosen.document_id
                    WHERE r.replay_id = chosen.replay_id AND r.document_id = chosen.document_id
                      AND r.status = 'waiting')
                SELECT id, owner, lane FROM begun
                """
                    .formatted(DocumentRestart.ASSIGNMENTS))
            .param("publishWithin", sweeper.publishWithin().toMillis() / 1000.0)
            .query(
                (row, n) ->
                    new Ticket(
                        new DocumentId(row.getObject("id", UUID.class)),
                        row.getString("owner"),
                        Lane.of(row.getString("lane"))))
            .list();
    started.increment(tickets.size());
    return tickets;
  }

  /**
   * Notes how started documents ended. It reads the history, so that each replay keeps its own
   * outcome whatever is done with a document later.
   */
  public void noteOutcomes() {
    List<String> outcomes =
        jdbc.sql(
                """
                WITH ended AS (
                    SELECT s.replay_id, s.document_id, e.to_state, e.code
                    FROM replay_document s CROSS JOIN LATERAL (
                        SELECT to_state, code FROM document_event
                        WHERE document_id = s.document_id AND number > s.after_event
                          AND (to_state IS NULL OR to_state IN
                              ('completed', 'invalid', 'dead', 'cancelled', 'expired'))
                        ORDER BY number LIMIT 1) e
                    WHERE s.status = 'started'
                    FOR UPDATE OF s SKIP LOCKED)
                UPDATE replay_document r
                SET status = coalesce(ended.to_state, 'deleted'), code = ended.code
                FROM ended
                WHERE r.replay_id = ended.replay_id AND r.document_id = ended.document_id
                  AND r.status = 'started'
                RETURNING r.status
                """)
            .query(String.class)
            .list();
    recovered.increment(outcomes.stream().filter("completed"::equals).count());
  }
}
