package dev.sluice.work;

import dev.sluice.document.DocumentId;
import dev.sluice.ledger.Ledger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The leases this process holds; a route renews them while the work goes on. */
@Component
public class Leases {

  private final Ledger ledger;
  private final WorkSettings settings;
  private final Set<DocumentId> held = ConcurrentHashMap.newKeySet();

  Leases(Ledger ledger, WorkSettings settings) {
    this.ledger = ledger;
    this.settings = settings;
  }

  /** How often to renew, milliseconds; read by the routes. */
  public long renewalMillis() {
    return settings.leaseRenewalMillis();
  }

  /** Prolongs all of them with one statement; nothing if none is held. */
  public void renew() {
    if (!held.isEmpty()) {
      ledger.renew(Set.copyOf(held), settings.lease());
    }
  }

  void hold(DocumentId id) {
    held.add(id);
  }

  void letGo(DocumentId id) {
    held.remove(id);
  }
}
