package dev.sluice.intake.s3;

import dev.sluice.intake.DropLeases;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.admission.Admission;
import dev.sluice.model.document.Drop;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.StatefulService;
import org.springframework.stereotype.Component;

/** Polling Consumer of the drop bucket. */
@Component
public class BucketListing {

  private final DropBucket bucket;
  private final DropKeys keys;
  private final DropLeases leases;
  private final Admission admission;
  private final IntakeSettings intake;
  private final S3DropSettings settings;

  BucketListing(
      DropBucket bucket,
      DropLeases leases,
      Admission admission,
      IntakeSettings intake,
      S3DropSettings settings) {
    this.bucket = bucket;
    this.keys = new DropKeys(settings);
    this.leases = leases;
    this.admission = admission;
    this.intake = intake;
    this.settings = settings;
  }

  /** Whether this replica looks into a bucket; read by the routes. */
  public boolean isOpen() {
    return intake.enabled() && settings.isConfigured();
  }

  /**
   * One pass over all objects that no replica has taken yet, listed page by page. It ends early
   * when a step fails, when there is no more room, or when the route is stopped.
   */
  public Iterator<DroppedObject> list(Exchange exchange) {
    return new Pass(
        () -> exchange.getException() == null && admission.isOpen() && isRunning(exchange));
  }

  private static boolean isRunning(Exchange exchange) {
    return exchange.getContext().getRoute(exchange.getFromRouteId()).getConsumer()
            instanceof StatefulService consumer
        && consumer.isStarted();
  }

  private List<DroppedObject> untaken(List<DroppedObject> page) {
    List<DroppedObject> drops = page.stream().filter(o -> keys.isDrop(o.key())).toList();
    Set<Drop> taken = leases.taken(drops.stream().map(DroppedObject::drop).toList());
    return drops.stream().filter(object -> !taken.contains(object.drop())).toList();
  }

  private final class Pass implements Iterator<DroppedObject> {

    private final BooleanSupplier wanted;
    private final Iterator<String> prefixes = keys.prefixes().iterator();
    private Iterator<List<DroppedObject>> pages = Collections.emptyIterator();
    private Iterator<DroppedObject> objects = Collections.emptyIterator();
    private boolean over;

    Pass(BooleanSupplier wanted) {
      this.wanted = wanted;
    }

    // Camel's Splitter empties its iterator when it stops early, so what is over must stay over.
    @Override
    public boolean hasNext() {
      over = over || !wanted.getAsBoolean() || !advance();
      return !over;
    }

    @Override
    public DroppedObject next() {
      return objects.next();
    }

    private boolean advance() {
      while (!objects.hasNext()) {
        if (pages.hasNext()) {
          objects = untaken(pages.next()).iterator();
        } else if (prefixes.hasNext()) {
          pages = bucket.pages(prefixes.next());
        } else {
          return false;
        }
      }
      return true;
    }
  }
}
