package dev.sluice.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The queues in which tickets wait, with the weight of each while all have some. */
public enum WorkQueue {
  /** First attempts at documents whose caller waits. */
  INTERACTIVE(8),
  /** First attempts at documents whose caller does not wait. */
  BULK(4),
  /** What owners sent beyond their share of the two above. */
  BACKLOG(2),
  /** Page ranges of large documents. */
  PARTS(2),
  /** Further attempts, when they are due. */
  RETRY(1);

  private final int weight;

  WorkQueue(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  /** The name used in routes and metrics. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  public static WorkQueue of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
