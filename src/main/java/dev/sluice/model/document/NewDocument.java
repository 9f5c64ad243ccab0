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
   * The key of the original in the claims bucket, made from the id and never from an outside name.
   */
  public String claimKey() {
    String text = id.toString();
    return "originals/" + text.substring(0, 4) + "/" + text + ".pdf";
  }

  /** The ticket that stands for it in the queue. */
  public Ticket ticket() {
    return new Ticket(id, owner, lane);
  }
}
