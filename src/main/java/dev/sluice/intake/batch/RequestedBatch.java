package dev.sluice.intake.batch;

import dev.sluice.model.document.BatchId;

/**
 * States where the documents of an upload belong.
 *
 * @param id of the batch that the sender named, which is the owner's; null if none was named
 */
public record RequestedBatch(String owner, BatchId id) {

  /** Whether the sender named a batch. */
  public boolean isNamed() {
    return id != null;
  }
}
