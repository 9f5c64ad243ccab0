package dev.sluice.ops;

import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes {@link ConscryptDigestProvider} the first choice of this JVM, while the rest of Sluice
 * starts. On platforms that the library does not support, all digests stay the JDK's.
 */
@Component
class ConscryptDigestInstaller implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ConscryptDigestInstaller.class);

  ConscryptDigestInstaller() {
    Thread loading = new Thread(this, "native-digests");
    loading.setDaemon(true);
    loading.start();
  }

  @Override
  public void run() {
    try {
      Security.insertProviderAt(new ConscryptDigestProvider(), 1);
    } catch (RuntimeException | LinkageError unavailable) {
      LOG.info("Originals are hashed by the JVM, not by native code: {}", unavailable.toString());
    }
  }
}
