package dev.sluice.intake;

import dev.sluice.document.Drop;
import dev.sluice.ledger.DropClaims;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** Claims dropped files for this process; a route renews the claims while files are read. */
@Component
public class DropDesk {

  private final DropClaims claims;
  private final DropSettings settings;
  private final Set<Drop> held = ConcurrentHashMap.newKeySet();

  DropDesk(DropClaims claims, DropSettings settings) {
    this.claims = claims;
    this.settings = settings;
  }

  /** Claims a file; false if another replica is at it, or it was settled for good. */
  public boolean claim(Drop drop) {
    boolean claimed = claims.claim(drop, settings.lease());
    if (claimed) {
      held.add(drop);
    }
    return claimed;
  }

  /**
   * Claims a file for the time of the exchange; false if another replica is at it, or it was
   * settled for good. If the exchange neither settles nor releases it, the claim runs out by
   * itself.
   */
  public boolean claim(Drop drop, Exchange exchange) {
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                held.remove(drop);
              }
            });
    return claim(drop);
  }

  /** Which of these are being read or were settled for good; asks once for all. */
  public Set<Drop> taken(Collection<Drop> drops) {
    return drops.isEmpty() ? Set.of() : claims.taken(drops);
  }

  /** The source stays where it is, but this version of it is never taken again. */
  public void settle(Drop drop) {
    held.remove(drop);
    claims.settle(drop);
  }

  /** The source is gone, or is to be taken again. */
  public void release(Drop drop) {
    held.remove(drop);
    claims.release(drop);
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
}
