package dev.sluice.work;

import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.Part;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The leases this process holds; a route renews them while the work goes on. */
@Component
public class Leases {

  private final Ledger ledger;
  private final Parts parts;
  private final WorkSettings settings;
  private final Map<Assignment, Long> heldSinceNanos = new ConcurrentHashMap<>();

  Leases(Ledger ledger, Parts parts, WorkSettings settings) {
    this.ledger = ledger;
    this.parts = parts;
    this.settings = settings;
  }

  /** How often to renew, milliseconds; read by the routes. */
  public long renewalMillis() {
    return settings.leaseRenewalMillis();
  }

  /** Prolongs all of them with a statement for each kind; nothing if none is held. */
  public void renew() {
    List<Document> documents = held(Document.class);
    if (!documents.isEmpty()) {
      ledger.renew(documents.stream().map(Document::id).toList(), settings.lease());
    }
    List<Part> ranges = held(Part.class);
    if (!ranges.isEmpty()) {
      parts.renew(ranges, settings.lease());
    }
  }

  void hold(Assignment assignment) {
    heldSinceNanos.put(assignment, System.nanoTime());
  }

  /** How long the current attempt has taken; zero if the assignment is not held. */
  Duration heldFor(Assignment assignment) {
    Long since = heldSinceNanos.get(assignment);
    return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
  }

  void letGo(Assignment assignment) {
    heldSinceNanos.remove(assignment);
  }

  /** The documents and parts in work here. */
  public Set<Assignment> held() {
    return Set.copyOf(heldSinceNanos.keySet());
  }

  private <T extends Assignment> List<T> held(Class<T> kind) {
    return heldSinceNanos.keySet().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
