package dev.sluice.guarantee;

import java.time.Instant;

/** The documents counted at one moment: ever received, there now, deleted. */
public record LedgerView(Instant at, long received, long present, long deleted) {

  long imbalance() {
    return received - present - deleted;
  }
}
