package dev.sluice.results.read;

import dev.sluice.model.document.DocumentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of a lane that wait, and how many of them are begun before each. Of an owner no
 * more than its share is, unless whoever waits has more than that itself: its own wait in the
 * backlog, with all others.
 */
final class LaneQueue {

  private final int share;
  private final Map<DocumentId, Integer> positions = new HashMap<>();
  private final Map<String, Integer> ofOwner = new HashMap<>();
  private int all;
  private int withinShares;

  private LaneQueue(int share) {
    this.share = share;
  }

  /** A document that waits. */
  record Waiting(DocumentId id, String owner) {}

  /** In the order in which they came. */
  static LaneQueue of(List<Waiting> documents, int share) {
    LaneQueue queue = new LaneQueue(share);
    documents.forEach(queue::add);
    return queue;
  }

  private void add(Waiting document) {
    positions.put(document.id(), next(document.owner()));
    all++;
    if (ofOwner.merge(document.owner(), 1, Integer::sum) <= share) {
      withinShares++;
    }
  }

  /** The position of a document, from 1; one that is not among them comes after them. */
  int position(Waiting document) {
    return positions.getOrDefault(document.id(), next(document.owner()));
  }

  private int next(String owner) {
    return 1 + (ofOwner.getOrDefault(owner, 0) < share ? withinShares : all);
  }
}
