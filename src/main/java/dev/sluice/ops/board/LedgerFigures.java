package dev.sluice.ops.board;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.sluice.replay.DeadLetters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the board needs from the database, asked every few seconds however many look at it. */
@Component
class LedgerFigures {

  private static final Duration FRESH = Duration.ofSeconds(4);

  private final LoadingCache<String, Found> remembered;

  LedgerFigures(StageRates rates, DeadLetters deadLetters) {
    this.remembered =
        Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> read(rates, deadLetters));
  }

  /** Dead letters with this failure's code. */
  public record CodeCount(String code, long documents) {}

  /** What was found at one time. */
  record Found(Map<Stage, StageRates.Rate> rates, List<CodeCount> deadLetters, long deadLastHour) {}

  Found get() {
    return remembered.get("");
  }

  private static Found read(StageRates rates, DeadLetters deadLetters) {
    return new Found(
        rates.read(),
        deadLetters.countDeadByCode().entrySet().stream()
            .map(count -> new CodeCount(count.getKey(), count.getValue()))
            .toList(),
        rates.deadLastHour());
  }
}
