package dev.sluice.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.results.read.DocumentView.FailureView;
import java.time.Instant;
import java.util.Map;

/**
 * A failed document as ops see it.
 *
 * @param source where it lay at its sender, or null
 * @param attempts that count
 * @param parserVersion of the last of them, or null
 * @param endedAt null if it was begun again since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterView(
    DocumentId id,
    DocumentState state,
    FailureView failure,
    String owner,
    String fileName,
    long sizeBytes,
    String sha256,
    Origin origin,
    String source,
    Lane lane,
    int attempts,
    String parserVersion,
    Instant receivedAt,
    Instant endedAt,
    Map<String, String> links) {

  static DeadLetterView of(Document document) {
    String self = "/api/v1/ops/dead-letters/" + document.id();
    return new DeadLetterView(
        document.id(),
        document.state(),
        FailureView.of(document),
        document.owner(),
        document.fileName(),
        document.sizeBytes(),
        document.sha256(),
        document.origin(),
        document.originRef(),
        document.lane(),
        document.attemptsSpent(),
        document.parserVersion(),
        document.receivedAt(),
        document.completedAt(),
        Map.of("self", self, "original", self + "/original"));
  }
}
