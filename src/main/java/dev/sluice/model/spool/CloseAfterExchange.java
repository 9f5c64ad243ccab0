package dev.sluice.model.spool;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes a resource, such as a spooled file, when its exchange is over, however it ended. */
public final class CloseAfterExchange extends SynchronizationAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(CloseAfterExchange.class);

  private final AutoCloseable resource;

  /** For one resource. */
  public CloseAfterExchange(AutoCloseable resource) {
    this.resource = resource;
  }

  @Override
  public void onDone(Exchange exchange) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.warn("Cannot let go of {}", resource, e);
    }
  }
}
