package dev.sluice.guarantee;

import java.time.Instant;

/**
 * A file that a sender dropped, and what became of it.
 *
 * @param source where it lay
 * @param goneAt when it was first seen to be gone; null while it lies there
 * @param fate where it was found at the end
 */
public record DroppedFile(
    SentDocument document, String door, String source, Instant goneAt, Fate fate) {

  /** Where a dropped file can end. */
  public enum Fate {
    /** Where it was put. */
    UNTOUCHED,
    /** With what was received. */
    DONE,
    /** With what was refused. */
    ERROR,
    /** Nowhere. */
    VANISHED
  }

  boolean isGone() {
    return goneAt != null;
  }
}
