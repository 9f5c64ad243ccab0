package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
        "  SFTP      " + sftp(at.sftp()),
        "  S3        " + bucket(at.s3()),
        "  Data      " + servers.dataDir(),
        "",
        "  Try it, by any of three doors:",
        "  curl -sS -X POST "
            + at.api()
            + "/api/v1/uploads"
            + " -H 'Authorization: Bearer "
            + at.apiKey()
            + "'"
            + " -H 'Content-Type: application/pdf' --data-binary @docs/sample.pdf",
        "  echo put docs/sample.pdf | sftp -F '"
            + fromHere(servers.sshConfig())
            + "' sluice:"
            + at.sftp().folder(),
        "  curl -sS --aws-sigv4 aws:amz:us-east-1:s3 --user "
            + at.s3().accessKey()
            + ":"
            + at.s3().secretKey()
            + " --upload-file docs/sample.pdf "
            + bucket(at.s3()),
        "");
  }

  private static String sftp(Endpoints.Sftp at) {
    return "sftp://%s:%d/%s  (user %s, password %s)"
        .formatted(at.host(), at.port(), at.folder(), at.user(), at.password());
  }

  private static String bucket(Endpoints.S3 at) {
    return at.endpoint() + "/" + at.dropBucket() + "/" + at.dropPrefix();
  }

  /** As short as it can be typed. */
  private static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private static String address(Environment environment, String port) {
    return "http://127.0.0.1:" + environment.getRequiredProperty(port);
  }
}
