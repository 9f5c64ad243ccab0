package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.claimcheck.ClaimCheck;
import dev.sluice.store.ledger.OwnerDecisions;
import dev.sluice.web.OwnedDocuments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls by which an owner cancels a document, or has it tried again. */
@Component
public class DocumentDecisions {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final OwnedDocuments documents;
  private final OwnerDecisions decisions;
  private final ClaimCheck claims;

  DocumentDecisions(OwnedDocuments documents, OwnerDecisions decisions, ClaimCheck claims) {
    this.documents = documents;
    this.decisions = decisions;
    this.claims = claims;
  }

  /** Cancels a document that has not ended. */
  public Document cancel(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return decisions
        .cancel(documents.find(http, id))
        .orElseThrow(() -> conflict(documents.find(http, id), "The document has ended already."));
  }

  /** Begins a document again that ended without results; the caller publishes its ticket. */
  public Document retry(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = documents.find(http, id);
    requireFailed(document);
    if (!claims.holds(document.claimKey())) {
      throw new FailureException(
          FailureCode.ORIGINAL_GONE, "The document's original is not stored any more.");
    }
    boolean begun = decisions.retry(document);
    Document current = documents.find(http, id);
    if (!begun) {
      requireFailed(current);
    }
    return current;
  }

  private static void requireFailed(Document document) {
    switch (document.state()) {
      case DEAD, INVALID, CANCELLED -> {}
      case COMPLETED -> throw conflict(document, "The document has results already.");
      case EXPIRED -> throw conflict(document, "The document has expired.");
      default -> throw conflict(document, "The document is being worked on already.");
    }
  }

  private static FailureException conflict(Document document, String detail) {
    return new FailureException(
        Failure.of(FailureCode.CONFLICT, detail), Map.of("state", document.state().label()));
  }
}
