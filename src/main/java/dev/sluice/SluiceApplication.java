package dev.sluice;

import dev.sluice.model.settings.JvmDefaults;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Sluice against the Kafka, PostgreSQL and S3 that its configuration names. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SluiceApplication {

  /** Runs until a signal stops it. */
  public static void main(String[] arguments) {
    JvmDefaults.neutralise();
    SecondSignal.listen();
    try {
      SpringApplication application = new SpringApplication(SluiceApplication.class);
      application.addListeners(new RequiredSettings(), new ServerTls(), new ReadyLine());
      application.run(arguments);
    } catch (AbandonedRunException wanted) {
      // Build tools start an application only half and end it with this.
      throw wanted;
    } catch (RuntimeException | Error reported) {
      // Threads that some library left behind must not keep a dead application alive.
      LoggerFactory.getLogger(SluiceApplication.class).debug("Leaving", reported);
      System.exit(1);
    }
  }
}
