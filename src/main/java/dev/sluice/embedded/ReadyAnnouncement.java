package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Tells people and scripts where Sluice is, once it serves. */
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
    banner(endpoints).forEach(System.out::println);
  }

  private List<String> banner(Endpoints at) {
    return List.of(
        "",
        "  Sluice is ready: PDFs in, rows out, none lost.",
        "",
        "  API       " + at.api() + "/api/v1",
        "  Docs      " + at.api() + "/api/docs",
        "  Console   "
            + at.management()
            + "/hawtio  (user "
            + at.opsUser()
            + ", password "
            + at.opsPassword()
            + ")",
        "  API key   " + at.apiKey(),
        "  Data      " + servers.dataDir(),
        "",
        "  Try it:",
        "  curl -sS -X POST "
            + at.api()
            + "/api/v1/uploads"
            + " -H 'Authorization: Bearer "
            + at.apiKey()
            + "'"
            + " -H 'Content-Type: application/pdf' --data-binary @docs/sample.pdf",
        "");
  }

  private static String address(Environment environment, String port) {
    return "http://127.0.0.1:" + environment.getRequiredProperty(port);
  }
}
