package dev.sluice.store.retention;

import dev.sluice.store.claimcheck.ClaimBucketListing;
import dev.sluice.store.claimcheck.ClaimCheck;
import dev.sluice.store.retention.ClaimQueries.Missing;
import dev.sluice.store.retention.ClaimsCheckLog.CheckOutcome;
import dev.sluice.store.retention.ClaimsCheckLog.CheckTask;
import dev.sluice.store.retention.StoredObject.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the claims bucket with the ledger, page by page: both are sorted by id. Objects without
 * a row are removed, rows without their original are reported. All replicas share one check, and
 * one of them works on it at a time.
 */
@Component
public class ClaimsChecker {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimsChecker.class);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final ClaimBucketListing listing;
  private final ClaimCheck store;
  private final ClaimQueries ledger;
  private final ClaimsCheckLog log;
  private final ClaimsCheckSettings settings;
  private final AtomicLong orphans = new AtomicLong();

  ClaimsChecker(
      ClaimBucketListing listing,
      ClaimCheck store,
      ClaimQueries ledger,
      ClaimsCheckLog log,
      ClaimsCheckSettings settings) {
    this.listing = listing;
    this.store = store;
    this.ledger = ledger;
    this.log = log;
    this.settings = settings;
  }

  /** Compares the next page, if one is due and no other replica holds it. */
  public void look() {
    log.take().ifPresent(this::look);
  }

  /** Begins a claims check now unless one is running; answers how the last one ended. */
  public CheckOutcome begin() {
    log.makeDue();
    return log.lastOutcome();
  }

  /** Objects without a row that this process has removed. */
  long orphansRemoved() {
    return orphans.get();
  }

  // Of two ledgers with one bucket, each would take the other's originals for orphans.
  private void look(CheckTask task) {
    String owner = listing.owner(task.ledger().toString());
    if (owner.equals(task.ledger().toString())) {
      compare(task, listing.after(task.afterKey()));
    } else {
      LOG.error(
          "No claims check: the claims bucket is ledger {}'s, not {}'s", owner, task.ledger());
      log.postpone(task, settings.every());
    }
  }

  private void compare(CheckTask task, ClaimBucketListing.Page page) {
    List<StoredObject> claims =
        page.items().stream().map(StoredObject::of).flatMap(Optional::stream).toList();
    if (settings.removesOrphans()) {
      removeOrphans(claims);
    }
    UUID last = lastOf(page, claims, task.afterId());
    long missing = tellMissing(task.afterId(), last, claims);
    if (page.last()) {
      log.end(task, missing, settings.every());
    } else {
      log.advance(task, page.lastKey(), last, missing);
    }
  }

  // Up to which document the page says who has an original.
  private static UUID lastOf(ClaimBucketListing.Page page, List<StoredObject> claims, UUID before) {
    if (page.last() || StoredObject.isBeyondOriginals(page.lastKey())) {
      return AFTER_ALL;
    }
    return claims.isEmpty() ? before : claims.get(claims.size() - 1).id();
  }

  private void removeOrphans(List<StoredObject> claims) {
    Instant enteredSurely = Instant.now().minus(settings.grace());
    for (Kind kind : Kind.values()) {
      Set<UUID> known = ledger.known(kind, ids(kind, claims));
      remove(
          claims.stream()
              .filter(claim -> claim.kind() == kind && !known.contains(claim.id()))
              .filter(claim -> claim.storedAt().isBefore(enteredSurely))
              .map(StoredObject::key)
              .toList());
    }
  }

  private void remove(List<String> keys) {
    if (!keys.isEmpty()) {
      LOG.info("Removing {} objects that no row stands for, such as {}", keys.size(), keys.get(0));
      store.discardAll(keys);
      orphans.addAndGet(keys.size());
    }
  }

  private long tellMissing(UUID after, UUID last, List<StoredObject> claims) {
    Missing missing = ledger.missing(after, last, ids(Kind.ORIGINAL, claims));
    if (missing.count() > 0) {
      LOG.error("{} originals are missing, such as of {}", missing.count(), missing.some());
    }
    return missing.count();
  }

  private static Set<UUID> ids(Kind kind, List<StoredObject> claims) {
    return claims.stream()
        .filter(claim -> claim.kind() == kind)
        .map(StoredObject::id)
        .collect(Collectors.toSet());
  }
}
