package dev.sluice.intake;

import dev.sluice.limits.DropAllowance;
import dev.sluice.model.document.Drop;
import dev.sluice.store.ledger.DropClaims;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** Claims dropped files for this process; a route renews the claims while files are read. */
@Component
public class DropLeases {

  private static final Duration ABANDONED = Duration.ofDays(1);

  private final DropClaims claims;
  private final DropAllowance allowance;
  private final DropSettings settings;
  private final Set<Drop> held = ConcurrentHashMap.newKeySet();

  DropLeases(DropClaims claims, DropAllowance allowance, DropSettings settings) {
    this.claims = claims;
    this.allowance = allowance;
    this.settings = settings;
  }

  /**
   * Claims a file for an owner. False if another replica works on it, if it was settled for good,
   * or if the owner's plan lets no more in for now: then it stays where it is for a later pass.
   */
  public boolean claim(Drop drop, String owner) {
    if (!allowance.mayHaveToken(owner) || !held.add(drop)) {
      return false;
    }
    boolean claimed = false;
    try {
      claimed = claims.claim(drop, settings.lease()) && takeToken(drop, owner);
      return claimed;
    } finally {
      if (!claimed) {
        held.remove(drop);
      }
    }
  }

  private boolean takeToken(Drop drop, String owner) {
    boolean taken = false;
    try {
      taken = allowance.takeToken(owner);
      return taken;
    } finally {
      if (!taken) {
        claims.release(drop);
      }
    }
  }

  /**
   * Claims a file for the time of the exchange. If that neither settles nor releases it, the claim
   * runs out by itself.
   */
  public boolean claim(Drop drop, String owner, Exchange exchange) {
    boolean claimed = claim(drop, owner);
    if (claimed) {
      exchange.getExchangeExtension().addOnCompletion(letGo(drop));
    }
    return claimed;
  }

  /** Which of these are being read or were settled for good; asks once for all. */
  public Set<Drop> taken(Collection<Drop> drops) {
    return drops.isEmpty() ? Set.of() : claims.taken(drops);
  }

  /**
   * Whether this replica still holds the file, to be asked before its source is touched; prolongs
   * the claim. False if this replica stood still for longer than a lease and another took the file.
   */
  public boolean isStillHeld(Drop drop) {
    return claims.renew(Set.of(drop), settings.lease()) == 1;
  }

  /** Settles a file: its source stays where it is, but this version of it is never taken again. */
  public void settle(Drop drop) {
    held.remove(drop);
    claims.settle(drop);
  }

  /** Releases a file whose source is gone or is to be taken again. */
  public void release(Drop drop) {
    held.remove(drop);
    claims.release(drop);
  }

  /** Forgets claims of files that were removed or replaced from outside. */
  public int sweep() {
    return claims.forget(ABANDONED);
  }

  /** How often to renew, milliseconds; read by the routes. */
  public long renewalMillis() {
    return Math.max(1, settings.lease().toMillis() / 3);
  }

  /** Prolongs all claims with one statement; nothing if none is held. */
  public void renew() {
    if (!held.isEmpty()) {
      claims.renew(Set.copyOf(held), settings.lease());
    }
  }

  private SynchronizationAdapter letGo(Drop drop) {
    return new SynchronizationAdapter() {
      @Override
      public void onDone(Exchange done) {
        held.remove(drop);
      }
    };
  }
}
