package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other users of the machine, who reach the loopback interface, too. */
class NeighboursTest {

  private static final String TRUSTING =
      """
      local all all trust
      host all all 127.0.0.1/32 trust
      """;

  @TempDir Path folder;

  @Test
  void aNeighbourCannotUseTheDatabase() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);

    // When
    try (PostgresServer server = startPostgres()) {
      // Then
      for (String role : List.of("postgres", "sluice")) {
        assertThatIsRefused(server, role, "");
        assertThatIsRefused(server, role, "a guess");
      }
      assertThat(settings()).doesNotContain("trust");
      try (Connection superuser = new DatabaseRoles(folder).superuser(server.url())) {
        assertThat(first(superuser, "SHOW unix_socket_directories")).isEmpty();
      }
    }
  }

  @Test
  void aDatabaseThatTrustedNeighboursAsksForPasswordsFromItsNextStartOn() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    try (PostgresServer server = startPostgres();
        Connection superuser = new DatabaseRoles(folder).superuser(server.url())) {
      superuser.createStatement().execute("CREATE TABLE kept AS SELECT 'the row' AS content");
      superuser.createStatement().execute("GRANT SELECT ON kept TO sluice");
      superuser.createStatement().execute("ALTER ROLE sluice PASSWORD NULL");
      superuser.createStatement().execute("ALTER ROLE postgres PASSWORD NULL");
    }
    Files.writeString(rules(), TRUSTING);

    // When
    try (PostgresServer server = startPostgres()) {
      // Then
      assertThatIsRefused(server, "postgres", "");
      assertThatIsRefused(server, "sluice", "");
      assertThat(query(server, "SELECT content FROM kept")).isEqualTo("the row");
    }
  }

  @Test
  void secretsThatWereLostAreMadeAgain() throws Exception {
    // Given
    PostgresTemplate.copiedTo(folder);
    Files.delete(folder.resolve("secrets.properties"));

    // When
    try (PostgresServer server = startPostgres()) {
      // Then
      assertThat(query(server, "SELECT current_user")).isEqualTo("sluice");
    }
  }

  @Test
  void rulesOfWhoeverRunsItStayUnlessTheyTrust() throws IOException {
    // Given
    String own = "# no trust here\nhostssl all all 10.0.0.0/8 scram-sha-256\n";
    Path rules = Files.writeString(folder.resolve("pg_hba.conf"), own);

    // When
    HostBasedAccess.of(folder).requirePasswords();

    // Then
    assertThat(rules).hasContent(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap.servers", "bootstrap.controllers"})
  void aNeighbourCannotUseTheQueue(String listener) throws Exception {
    // Given
    int clients = Ports.free();
    int controller = Ports.free();
    Map<String, String> ports =
        Map.of(
            "controller.quorum.voters",
            "1@127.0.0.1:" + controller,
            "listeners",
            "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(clients, controller));
    int asked = listener.endsWith("servers") ? clients : controller;
    try (KafkaServer server =
        KafkaServer.start(folder.resolve("kafka"), clients, clients, secrets(), ports)) {
      Map<String, Object> own = new HashMap<>(server.clientProperties());
      own.put(listener, "127.0.0.1:" + asked);
      Map<String, Object> guessed = new HashMap<>(own);
      guessed.putAll(new KafkaLogin("a guess").clientProperties());

      // When, then
      assertThatThrownBy(() -> describe(guessed))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
      assertThat(describe(own)).isNotBlank();
    }
  }

  @Test
  void aNeighbourCannotEnterTheDataFolder() throws Exception {
    // Given: one that an earlier version left open
    PostgresTemplate.copiedTo(folder);
    Files.createFile(folder.resolve(".lock"));
    Files.createDirectories(folder.resolve("sftp/files/inbox"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    // When
    try (EmbeddedServers servers = EmbeddedServers.start(EmbeddedSettings.in(folder))) {
      // Then
      assertThat(permissions(servers.dataDir())).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(folder).filter(Files::isDirectory)) {
        assertThat(files).hasSize(4).allMatch(file -> permissions(file).equals("rwx------"));
      }
      assertThat(permissions(folder.resolve("secrets.properties"))).isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderOfOthersThatIsUsedAsDataFolderKeepsItsPermissions() throws IOException {
    // Given
    Files.createFile(folder.resolve("somebody's file"));
    Files.createDirectory(folder.resolve("s3"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    // When
    DataFolder.take(folder).close();

    // Then
    assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(folder.resolve("s3"))).isEqualTo("rwx------");
  }

  private PostgresServer startPostgres() throws Exception {
    return PostgresServer.start(folder.resolve("postgres"), PortChoice.any(""), secrets());
  }

  private Secrets secrets() throws IOException {
    return SeparateServers.secretsIn(folder);
  }

  private Path rules() {
    return folder.resolve("postgres/data/pg_hba.conf");
  }

  private String settings() throws IOException {
    return Files.readString(rules());
  }

  private String query(PostgresServer server, String sql) throws SQLException {
    try (Connection sluice = new DatabaseRoles(folder).sluice(server.url()).getConnection()) {
      return first(sluice, sql);
    }
  }

  private static String first(Connection connection, String sql) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void assertThatIsRefused(PostgresServer server, String role, String password) {
    assertThatThrownBy(() -> DriverManager.getConnection(server.url(), role, password).close())
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).isIn("28P01", "08004"));
  }

  private static String describe(Map<String, Object> properties)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(properties)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
