package dev.sluice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns of a Sluice that runs as root, which it never needs. */
@Component
class RootWarning {

  private static final Logger LOG = LoggerFactory.getLogger(RootWarning.class);
  private static final Path OWN_PROCESS = Path.of("/proc/self");

  @EventListener(ApplicationStartedEvent.class)
  void warn() {
    if (isRoot()) {
      LOG.warn("Sluice runs as root; a user of its own protects the rest of the machine from PDFs");
    }
  }

  /** The number is true without a list of users, too; systems without it have the name. */
  private static boolean isRoot() {
    try {
      return Files.getAttribute(OWN_PROCESS, "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException none) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
