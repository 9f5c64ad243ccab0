package dev.sluice.embedded;

import dev.sluice.SecondSignal;
import dev.sluice.SluiceApplication;
import dev.sluice.model.settings.JvmDefaults;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts Sluice with its own Kafka, PostgreSQL, S3 and SFTP, for trying it out. */
public final class EmbeddedSluice {

  static final String OPS_USER = "ops";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedSluice.class);

  private final String[] arguments;
  private EmbeddedServers servers;
  private volatile boolean ready;

  private EmbeddedSluice(String[] arguments) {
    this.arguments = arguments;
  }

  /** Runs until a signal stops it. */
  public static void main(String[] arguments) {
    run(SluiceApplication.class, arguments);
  }

  /** Runs an application on the servers until a signal stops it. */
  static void run(Class<?> application, String[] arguments) {
    JvmDefaults.neutralise();
    new EmbeddedSluice(arguments).run(application);
  }

  private void run(Class<?> application) {
    SecondSignal.listen(this::stop);
    // Spring calls this when its context is closed, so the servers outlive the application.
    SpringApplication.getShutdownHandlers().add(this::closeServers);
    SpringApplication spring = new SpringApplication(application);
    spring.setAdditionalProfiles("embedded");
    spring.setBannerMode(Banner.Mode.OFF);
    // From here on logging is set up and failures are reported in one line.
    spring.addInitializers(this::startServers);
    try {
      spring.run(arguments);
    } catch (AbandonedRunException wanted) {
      // Build tools start an application only half and end it with this.
      throw wanted;
    } catch (RuntimeException | Error reported) {
      log.debug("Leaving", reported);
      end(1);
    }
  }

  private void startServers(ConfigurableApplicationContext context) {
    EmbeddedSettings settings = EmbeddedSettings.read(arguments);
    int api = settings.api().resolve();
    int management = settings.management().resolve();
    EmbeddedServers starting = launch(settings);
    starting.await();
    starting.keepRunning(() -> new Thread(() -> end(1), "giving-up").start());
    Map<String, Object> properties = new HashMap<>(starting.applicationProperties());
    properties.putAll(
        Map.of(
            "sluice.bootstrap.api-key",
            starting.secrets().apiKey(),
            "sluice.bootstrap.owner",
            "me",
            "sluice.ops.user",
            OPS_USER,
            "sluice.ops.password",
            starting.secrets().opsPassword(),
            "server.port",
            api,
            "server.address",
            "127.0.0.1",
            "management.server.port",
            management,
            "management.server.address",
            "127.0.0.1"));
    // Above all files of configuration, below what the user says for this run.
    context
        .getEnvironment()
        .getPropertySources()
        .addAfter(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new MapPropertySource("embeddedServers", properties));
    context.addApplicationListener(new ReadyAnnouncement(starting, () -> ready = true));
  }

  private synchronized EmbeddedServers launch(EmbeddedSettings settings) {
    servers = EmbeddedServers.launch(settings);
    return servers;
  }

  private void stop(int status) {
    if (ready) {
      System.exit(status);
    }
    // Nothing was taken in yet, so the application need not finish its start, and failures that the
    // missing servers cause now are not worth reporting.
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    end(status);
  }

  /** Whoever comes first decides the status: a failed start or a signal. */
  private synchronized void end(int status) {
    closeServers();
    Runtime.getRuntime().halt(status);
  }

  private synchronized void closeServers() {
    if (servers != null) {
      servers.close();
    }
  }
}
