package dev.sluice.model.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One row of the ledger.
 *
 * @param sha256 of the original's bytes, hexadecimal
 * @param originRef where it lay at the sender, or null
 * @param attempts that were begun; the number tells a worker from its successor
 * @param forgiven those of them that outages or a stop cut short
 * @param failureCode label of the failure that ended or delayed it, or null
 * @param outages that it met since it came in or began again
 * @param pageCount once it is completed, or split into parts
 * @param pagesDone those of them that were read
 * @param timeSpent on the earlier attempts that count
 * @param defects codes of what was wrong with the file of a completed document
 * @param parserVersion of the last attempt, or null
 * @param claimKey where the original lies in the claims bucket
 * @param expiresAt when retention removes it, or null
 * @param originalDeletedAt when retention gave its original up, or null
 */
public record Document(
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
    DocumentState state,
    int attempts,
    int forgiven,
    int outages,
    Duration timeSpent,
    String failureCode,
    String failureDetail,
    Integer pageCount,
    int pagesDone,
    List<String> defects,
    String parserVersion,
    String claimKey,
    Instant receivedAt,
    Instant startedAt,
    Instant completedAt,
    Instant expiresAt,
    Instant originalDeletedAt)
    implements Assignment {

  @Override
  public Document document() {
    return this;
  }

  @Override
  public Ticket ticket() {
    return new Ticket(id, owner, lane);
  }
}
