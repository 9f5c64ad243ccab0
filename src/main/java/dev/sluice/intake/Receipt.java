package dev.sluice.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.NewDocument;
import java.util.Map;

/**
 * The receipt that a sender gets: from now on Sluice is responsible for the document.
 *
 * @param duplicate true if the same content, or the same Idempotency-Key, had come before
 */
public record Receipt(
    DocumentId id,
    DocumentState state,
    String fileName,
    long sizeBytes,
    String sha256,
    boolean duplicate,
    Map<String, String> links) {

  /** 202 for a new document, 200 for one that had come before. */
  @JsonIgnore
  public int getStatusCode() {
    return duplicate ? 200 : 202;
  }

  static Receipt first(NewDocument document) {
    return new Receipt(
        document.id(),
        DocumentState.RECEIVED,
        document.fileName(),
        document.sizeBytes(),
        document.sha256(),
        false,
        linksOf(document.id()));
  }

  static Receipt again(Document known) {
    return of(known, true);
  }

  /** The receipt of a document as it stands now. */
  public static Receipt of(Document known, boolean duplicate) {
    return new Receipt(
        known.id(),
        known.state(),
        known.fileName(),
        known.sizeBytes(),
        known.sha256(),
        duplicate,
        linksOf(known.id()));
  }

  private static Map<String, String> linksOf(DocumentId id) {
    return Map.of("self", "/api/v1/documents/" + id);
  }
}
