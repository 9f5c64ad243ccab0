package dev.sluice.results.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.results.read.LaneQueue.Waiting;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells documents that wait which of them are begun before. However many ask, each lane is read
 * once in a while. Thread-safe.
 */
@Component
class QueuePositions {

  /** Largest number of documents of a lane that are counted; whoever is behind them is told so. */
  private static final int MAX_COUNTED = 10_000;

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Cache<Lane, LaneQueue> queues =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();
  private final JdbcClient jdbc;
  private final WaitEstimate estimate;
  private final int share;

  QueuePositions(JdbcClient jdbc, WaitEstimate estimate, @Value("${sluice.work.share}") int share) {
    this.jdbc = jdbc;
    this.estimate = estimate;
    this.share = share;
  }

  /** The position of a document; null if it does not wait. */
  QueuePosition of(Document document) {
    if (document.state() != DocumentState.QUEUED && document.state() != DocumentState.RECEIVED) {
      return null;
    }
    int position =
        queues
            .get(document.lane(), this::read)
            .position(new Waiting(document.id(), document.owner()));
    return new QueuePosition(position, estimate.secondsAt(position));
  }

  private LaneQueue read(Lane lane) {
    return LaneQueue.of(
        jdbc.sql(
                """
                SELECT id, owner FROM document
                WHERE state IN ('received', 'queued') AND lane = :lane
                ORDER BY id LIMIT :limit
                """)
            .param("lane", lane.label())
            .param("limit", MAX_COUNTED)
            .query(
                (row, n) ->
                    new Waiting(
                        new DocumentId(row.getObject("id", UUID.class)), row.getString("owner")))
            .list(),
        share);
  }
}
