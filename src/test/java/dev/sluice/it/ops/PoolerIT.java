package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Ports;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sluice behind PgBouncer, whose server connections change from transaction to transaction. */
@Tag("proof")
class PoolerIT {

  private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

  @TempDir Path folder;

  @Test
  void documentsCompleteBehindAPoolerInTransactionMode() throws Exception {
    assumeTrue(Files.exists(PROGRAM), "pgbouncer is not installed");
    // Given
    String direct =
        TestServers.createDatabase("pooled" + UUID.randomUUID().toString().substring(24));
    limitStatementsOfTheRole(direct);
    int port = Ports.free();
    Process pooler = start(direct, port);
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      sluice
          // PgBouncer knows prepared statements from 1.21 on, and Debian's is older
          .with("SLUICE_JDBC_URL", at(direct, port) + "?prepareThreshold=0")
          .with("SLUICE_JDBC_MIGRATION_URL", direct)
          .with("SLUICE_JDBC_OPTIONS", "")
          .start()
          .awaitServing();

      // When
      List<String> ids = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        ids.add(sluice.api().upload(Pdfs.withText("through a pooler " + n)).text("id"));
      }

      // Then
      for (String id : ids) {
        assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
        assertThat(sluice.api().get("/api/v1/documents/" + id + "/text").status()).isEqualTo(200);
      }
      assertThat(sluice.log()).doesNotContain("ERROR");
    } finally {
      pooler.destroyForcibly().waitFor();
    }
  }

  /** What the pooler's transactions have for a statement timeout, as no options get through it. */
  private static void limitStatementsOfTheRole(String url) throws SQLException {
    try (Connection admin = TestServers.ROLES.superuser(url)) {
      String database = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
      admin
          .createStatement()
          .execute("ALTER ROLE sluice IN DATABASE " + database + " SET statement_timeout = '10s'");
    }
    try (Connection sluice = TestServers.ROLES.sluice(url).getConnection();
        ResultSet timeout = sluice.createStatement().executeQuery("SHOW statement_timeout")) {
      timeout.next();
      assertThat(timeout.getString(1)).isEqualTo("10s");
    }
  }

  private Process start(String url, int port) throws Exception {
    URI server = URI.create(url.substring("jdbc:".length()));
    Path users =
        Files.writeString(
            folder.resolve("users.txt"), "\"sluice\" \"" + TestServers.ROLES.password() + "\"\n");
    Path configuration =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            * = host=127.0.0.1 port=%d
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            pool_mode = transaction
            default_pool_size = 3
            ignore_startup_parameters = extra_float_digits
            """
                .formatted(server.getPort(), port, users));
    List<String> command = new ArrayList<>();
    if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
      // It refuses to run as root.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of(PROGRAM.toString(), configuration.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("pgbouncer.log").toFile())
        .start();
  }

  private static String at(String url, int port) {
    return url.replaceFirst(":\\d+/", ":" + port + "/");
  }
}
