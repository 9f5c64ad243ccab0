package dev.sluice.ops;

import dev.sluice.parse.PdfParser;
import dev.sluice.work.StopSignal;
import dev.sluice.work.WorkSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * When Sluice stops, routes take in nothing new and wait for running parses. Those that take too
 * long are cut off while the routes still wait, so that their documents are given back.
 */
@Component
class GracefulStop implements ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  private final PdfParser parser;
  private final StopSignal stop;
  private final WorkSettings settings;

  GracefulStop(PdfParser parser, StopSignal stop, WorkSettings settings) {
    this.parser = parser;
    this.stop = stop;
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext().getParent() != null) {
      return; // only the management server's context
    }
    LOG.info("Stopping: running parses have {} to finish", settings.stopWithin());
    stop.raise();
    CompletableFuture.runAsync(
        parser::close,
        CompletableFuture.delayedExecutor(settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS));
  }
}
