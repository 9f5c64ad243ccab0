package dev.sluice.intake;

import dev.sluice.limits.StorageQuota;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.claimcheck.ClaimCheck;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.SweeperSettings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Receives each content once per owner, whatever the door (Idempotent Receiver). */
@Component
public class Reception {

  private final Ledger ledger;
  private final ClaimCheck claims;
  private final StorageQuota storageQuota;
  private final SweeperSettings sweeper;

  Reception(Ledger ledger, ClaimCheck claims, StorageQuota storageQuota, SweeperSettings sweeper) {
    this.ledger = ledger;
    this.claims = claims;
    this.storageQuota = storageQuota;
    this.sweeper = sweeper;
  }

  /** The receipt of a document that has come before; null if it is new. */
  public Receipt recall(Arrival arrival) {
    return recall(arrival.document()).orElse(null);
  }

  /** Enters a document whose original is stored. Of twins that come at once, the first counts. */
  public Receipt enter(Arrival arrival) {
    NewDocument document = arrival.document();
    if (register(document)) {
      noteSource(document.id(), document);
      return Receipt.first(document);
    }
    claims.discard(document.claimKey());
    return recall(document)
        .orElseThrow(
            () ->
                new FailureException(
                    FailureCode.LEDGER_UNAVAILABLE,
                    "A document with the same content was just deleted."));
  }

  private boolean register(NewDocument document) {
    try {
      return storageQuota.within(
          document, () -> ledger.register(document, sweeper.publishWithin()));
    } catch (FailureException tooMuch) {
      claims.discard(document.claimKey());
      throw tooMuch;
    }
  }

  private Optional<Receipt> recall(NewDocument document) {
    Optional<Document> known = knownByKey(document).or(() -> knownByContent(document));
    known.ifPresent(twin -> noteSource(twin.id(), document));
    return known.map(Receipt::again);
  }

  private void noteSource(DocumentId id, NewDocument document) {
    if (document.originRef() != null) {
      ledger.noteSource(id, document.origin(), document.originRef());
    }
  }

  private Optional<Document> knownByContent(NewDocument document) {
    Optional<Document> known = ledger.findByContent(document.owner(), document.sha256());
    if (known.isPresent()
        && document.idempotencyKey() != null
        && !ledger.noteKey(known.get(), document.idempotencyKey())) {
      return knownByKey(document).or(() -> known); // a concurrent caller entered the key first
    }
    return known;
  }

  private Optional<Document> knownByKey(NewDocument document) {
    if (document.idempotencyKey() == null) {
      return Optional.empty();
    }
    Optional<Document> known =
        ledger.findByIdempotencyKey(document.owner(), document.idempotencyKey());
    if (known.isPresent() && !known.get().sha256().equals(document.sha256())) {
      throw new FailureException(
          FailureCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key came with other content.");
    }
    return known;
  }
}
