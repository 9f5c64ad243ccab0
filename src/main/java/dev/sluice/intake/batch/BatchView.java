package dev.sluice.intake.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.BatchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A batch as its owner sees it.
 *
 * @param label what its owner calls it, or null
 * @param done whether it changes no more unless somebody asks for it or sends more
 * @param refused how many of its files became no documents
 * @param refusals the first of these
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
    BatchId id,
    String label,
    BatchStatus status,
    boolean done,
    BatchCounts documents,
    long refused,
    List<BatchRefusal> refusals,
    Instant createdAt,
    Map<String, String> links) {

  static BatchView of(
      Batch batch, BatchCounts documents, long refused, List<BatchRefusal> refusals) {
    BatchStatus status = BatchStatus.of(documents, refused);
    return new BatchView(
        batch.id(),
        batch.label(),
        status,
        status.isFinal(),
        documents,
        refused,
        refusals,
        batch.createdAt(),
        Map.of(
            "self", batch.id().location(), "documents", "/api/v1/documents?batch=" + batch.id()));
  }
}
