package dev.sluice.ops;

import dev.sluice.pdf.PdfParser;
import dev.sluice.work.StopSignal;
import dev.sluice.work.WorkSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Stops Sluice in order: routes take in nothing new and wait for running parses. Parses that take
 * too long are cut off while the routes still wait, so that their documents are given back.
 */
@Component
class GracefulStop implements ApplicationListener<ContextClosedEvent>, CamelContextConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

  /**
   * Time allowed for giving documents back and leaving the queue, after the time of running parses
   * is over.
   */
  private static final Duration GIVING_BACK = Duration.ofSeconds(6);

  private final PdfParser parser;
  private final StopSignal stop;
  private final WorkSettings settings;

  GracefulStop(PdfParser parser, StopSignal stop, WorkSettings settings) {
    this.parser = parser;
    this.stop = stop;
    this.settings = settings;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    ShutdownStrategy routes = camel.getShutdownStrategy();
    routes.setTimeUnit(TimeUnit.MILLISECONDS);
    routes.setTimeout(settings.stopWithin().plus(GIVING_BACK).toMillis());
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    // All is done before the start.
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
