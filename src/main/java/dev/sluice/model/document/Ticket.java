package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Travels through the queue in place of a document: it has the id, never the bytes (Claim Check).
 *
 * @param owner whose document it is, for a fair order
 * @param notBefore when it may be worked on, or null for at once
 * @param later true for an attempt after the first
 * @param part of a large document that it stands for, or null for the document as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(
    DocumentId documentId,
    String owner,
    Lane lane,
    Instant notBefore,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean later,
    Integer part) {

  /** A ticket to be worked on at once. */
  public Ticket(DocumentId documentId, String owner, Lane lane) {
    this(documentId, owner, lane, null, false, null);
  }

  /** The ticket of one of the document's parts. */
  public Ticket ofPart(int number) {
    return new Ticket(documentId, owner, lane, notBefore, later, number);
  }

  /** The same, to be worked on later. */
  public Ticket dueAt(Instant time) {
    return new Ticket(documentId, owner, lane, time, later, part);
  }

  /** The ticket of a further attempt, to be worked on later. */
  public Ticket againAt(Instant time) {
    return new Ticket(documentId, owner, lane, time, true, part);
  }

  /** The key that spreads tickets over partitions; parts of one document get different keys. */
  public String key() {
    return part == null ? documentId.toString() : documentId + "/" + part;
  }
}
