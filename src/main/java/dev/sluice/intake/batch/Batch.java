package dev.sluice.intake.batch;

import dev.sluice.model.document.BatchId;
import java.time.Instant;

/**
 * Documents that came together.
 *
 * @param label what its owner calls it, or null
 */
record Batch(BatchId id, String label, Instant createdAt) {}
