package dev.sluice.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What travels through the queue in place of a document: its id, never its bytes (Claim Check).
 *
 * @param owner whose document it is, for a fair order
 * @param notBefore when it may be worked on, or null for at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(DocumentId documentId, String owner, Lane lane, Instant notBefore) {

  /** A ticket to be worked on at once. */
  public Ticket(DocumentId documentId, String owner, Lane lane) {
    this(documentId, owner, lane, null);
  }
}
