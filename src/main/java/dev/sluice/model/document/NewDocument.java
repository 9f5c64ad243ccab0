package dev.sluice.model.document;

/**
 * A document about to be entered in the ledger.
 *
 * @param sha256 of the original's bytes, hexadecimal
 * @param originRef where it lay at the sender, or null
 * @param idempotencyKey the sender's own name for the request, or null
 */
public record NewDocument(
    DocumentId id,
    String owner,
    String sha256,
    long sizeBytes,
    String fileName,
    String mediaType,
    Origin origin,
    String originRef,
    Lane lane,
    String profile,
    String idempotencyKey) {

  /**
   * Where the original lies in the claims bucket: by id, never by a name that came from outside.
   */
  public String claimKey() {
    String text = id.toString();
    return "originals/" + text.substring(0, 4) + "/" + text + ".pdf";
  }

  /** What travels through the queue for it. */
  public Ticket ticket() {
    return new Ticket(id, owner, lane);
  }
}
