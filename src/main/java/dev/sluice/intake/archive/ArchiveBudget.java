package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;

/**
 * What the entries of one archive may still inflate to. Counted as the bytes appear, for headers
 * lie; once it is spent, no entry of the archive is read any more. Not thread-safe.
 */
final class ArchiveBudget {

  /** Bytes of an entry that may appear whatever the ratio: a blank page of a scan packs well. */
  private static final long HARMLESS = 16L << 20;

  private final int maxRatio;
  private long left;

  ArchiveBudget(ArchiveSettings settings) {
    this.maxRatio = settings.maxRatio();
    this.left = settings.maxInflated().toBytes();
  }

  void requireLeft() {
    if (left < 0) {
      throw new FailureException(
          FailureCode.ARCHIVE_INFLATES_TOO_MUCH,
          "The archive's entries inflate beyond what is allowed.");
    }
  }

  /**
   * Counts bytes that appeared.
   *
   * @param inflated bytes of this entry so far, these included
   * @param packed bytes of this entry in the archive
   */
  void count(int bytes, long inflated, long packed) {
    left = inflated > HARMLESS && inflated / maxRatio > packed ? -1 : left - bytes;
    requireLeft();
  }
}
