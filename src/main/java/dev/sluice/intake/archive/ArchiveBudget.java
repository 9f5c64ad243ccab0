package dev.sluice.intake.archive;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;

/**
 * Limits how much the entries of one archive may inflate to. Bytes are counted as they appear,
 * because headers can lie; once the budget is spent, no entry of the archive is read any more. Not
 * thread-safe.
 */
final class ArchiveBudget {

  /**
   * Bytes of an entry that are exempt from the ratio, because blank pages of a scan compress
   * extremely well.
   */
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
