package dev.sluice.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the documents of a replay by their status. */
final class ReplayTally {

  private final Map<String, Long> byStatus = new HashMap<>();
  private final Map<String, Long> failedAgain = new LinkedHashMap<>();

  /** Adds documents of one status and code. */
  void add(String status, String code, long documents) {
    byStatus.merge(status, documents, Long::sum);
    if (status.equals("dead") || status.equals("invalid")) {
      failedAgain.merge(code == null ? "none" : code, documents, Long::sum);
    }
  }

  ReplayResult result() {
    long waiting = count("waiting");
    long inFlight = count("started");
    long skipped = count("skipped");
    long calledOff = count("called-off");
    long requested = byStatus.values().stream().mapToLong(Long::longValue).sum();
    return new ReplayResult(
        requested,
        waiting,
        requested - waiting - skipped - calledOff,
        inFlight,
        count("completed"),
        failedAgain,
        count("cancelled", "deleted", "expired"),
        skipped,
        calledOff,
        waiting + inFlight == 0);
  }

  private long count(String... statuses) {
    return List.of(statuses).stream().mapToLong(status -> byStatus.getOrDefault(status, 0L)).sum();
  }
}
