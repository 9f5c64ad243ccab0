package dev.sluice;

import dev.sluice.model.settings.ProcessUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns of a Sluice that runs as root, which it never needs. */
@Component
class RootWarning {

  private static final Logger LOG = LoggerFactory.getLogger(RootWarning.class);

  @EventListener(ApplicationStartedEvent.class)
  void warn() {
    if (ProcessUser.isRoot()) {
      LOG.warn(
          "Sluice runs as root; a user of its own protects the machine from PDFs, whose forks could"
              + " start any number of processes now");
    }
  }
}
