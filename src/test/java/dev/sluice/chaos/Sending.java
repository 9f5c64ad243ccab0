package dev.sluice.chaos;

import java.time.Duration;
import java.util.List;

/**
 * Documents of one owner that are sent together by one door.
 *
 * @param at since the run began
 * @param label names it, and is its Idempotency-Key where there is one
 */
record Sending(Duration at, ChaosDoor door, List<CorpusPdf> papers, String label) {

  String owner() {
    return papers.get(0).owner();
  }
}
