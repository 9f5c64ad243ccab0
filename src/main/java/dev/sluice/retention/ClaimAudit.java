package dev.sluice.retention;

import dev.sluice.claimcheck.ClaimCheck;
import dev.sluice.claimcheck.ClaimShelf;
import dev.sluice.retention.AuditLog.Outcome;
import dev.sluice.retention.AuditLog.Task;
import dev.sluice.retention.Claim.Kind;
import dev.sluice.retention.ClaimQueries.Missing;
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
 * Compares the claims bucket with the ledger, page by page: both are sorted by id. Objects that no
 * row stands for are removed, rows whose original is not there are told. All replicas share one
 * audit, and one of them is at it at a time.
 */
@Component
public class ClaimAudit {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimAudit.class);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final ClaimShelf shelf;
  private final ClaimCheck store;
  private final ClaimQueries ledger;
  private final AuditLog log;
  private final AuditSettings settings;
  private final AtomicLong orphans = new AtomicLong();

  ClaimAudit(
      ClaimShelf shelf,
      ClaimCheck store,
      ClaimQueries ledger,
      AuditLog log,
      AuditSettings settings) {
    this.shelf = shelf;
    this.store = store;
    this.ledger = ledger;
    this.log = log;
    this.settings = settings;
  }

  /** Looks at the next page, if one is due and no other replica is at it. */
  public void look() {
    log.take().ifPresent(this::look);
  }

  /** Begins an audit now, unless one is going on; answers how the last one ended. */
  public Outcome begin() {
    log.makeDue();
    return log.lastOutcome();
  }

  /** Objects without a row that this process has removed. */
  long orphansRemoved() {
    return orphans.get();
  }

  // Of two ledgers with one bucket, each would take the other's originals for orphans.
  private void look(Task task) {
    String owner = shelf.owner(task.ledger().toString());
    if (owner.equals(task.ledger().toString())) {
      compare(task, shelf.after(task.afterKey()));
    } else {
      LOG.error("No audit: the claims bucket is ledger {}'s, not {}'s", owner, task.ledger());
      log.postpone(task, settings.every());
    }
  }

  private void compare(Task task, ClaimShelf.Page page) {
    List<Claim> claims = page.items().stream().map(Claim::of).flatMap(Optional::stream).toList();
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
  private static UUID lastOf(ClaimShelf.Page page, List<Claim> claims, UUID before) {
    if (page.last() || Claim.isBeyondOriginals(page.lastKey())) {
      return AFTER_ALL;
    }
    return claims.isEmpty() ? before : claims.get(claims.size() - 1).id();
  }

  private void removeOrphans(List<Claim> claims) {
    Instant enteredSurely = Instant.now().minus(settings.grace());
    for (Kind kind : Kind.values()) {
      Set<UUID> known = ledger.known(kind, ids(kind, claims));
      remove(
          claims.stream()
              .filter(claim -> claim.kind() == kind && !known.contains(claim.id()))
              .filter(claim -> claim.storedAt().isBefore(enteredSurely))
              .map(Claim::key)
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

  private long tellMissing(UUID after, UUID last, List<Claim> claims) {
    Missing missing = ledger.missing(after, last, ids(Kind.ORIGINAL, claims));
    if (missing.count() > 0) {
      LOG.error("{} originals are missing, such as of {}", missing.count(), missing.some());
    }
    return missing.count();
  }

  private static Set<UUID> ids(Kind kind, List<Claim> claims) {
    return claims.stream()
        .filter(claim -> claim.kind() == kind)
        .map(Claim::id)
        .collect(Collectors.toSet());
  }
}
