package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells people and scripts where Sluice is, as soon as it serves. */
record ReadyAnnouncement(EmbeddedServers servers, Runnable ready)
    implements ApplicationListener<ApplicationReadyEvent> {

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    Endpoints endpoints =
        servers.endpoints(
            address(environment, "local.server.port"),
            address(environment, "local.management.port"));
    try {
      servers.announce(endpoints);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    ready.run();
    Optional<String> pages = new FirstLogin(event.getApplicationContext()).link(endpoints.api());
    System.out.println(new Banner(endpoints, pages, servers.dataDir(), servers.sshConfig()).text());
  }

  private static String address(Environment environment, String port) {
    return "http://127.0.0.1:" + environment.getRequiredProperty(port);
  }
}
