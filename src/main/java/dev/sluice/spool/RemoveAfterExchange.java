package dev.sluice.spool;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a spooled file when its exchange is over, however it ended. */
public final class RemoveAfterExchange extends SynchronizationAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(RemoveAfterExchange.class);

  private final SpoolFile file;

  /** For one file. */
  public RemoveAfterExchange(SpoolFile file) {
    this.file = file;
  }

  @Override
  public void onDone(Exchange exchange) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("Cannot remove the spooled file {}", file.path(), e);
    }
  }
}
