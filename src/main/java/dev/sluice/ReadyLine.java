package dev.sluice;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says in one line of the log that Sluice serves, and where. */
final class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    Duration taken = event.getTimeTaken();
    LOG.info(
        "Sluice is ready after {} s: API at {}:{}/api/v1, health at {}:{}/health",
        taken == null ? "?" : taken.toMillis() / 1000.0,
        environment.getProperty("server.address"),
        environment.getProperty("local.server.port"),
        environment.getProperty("management.server.address"),
        environment.getProperty("local.management.port"));
  }
}
