package dev.sluice.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.embedded.DatabaseRoles;
import dev.sluice.embedded.PostgresTemplate;
import dev.sluice.embedded.SeparateServers;
import dev.sluice.embedded.StandbyServer;
import dev.sluice.fixture.Ports;
import dev.sluice.fixture.Signals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real primary and a real standby. */
class StandbyTest {

  private static final Duration STALENESS = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static SeparateServers servers;
  private static StandbyServer server;
  private static HikariDataSource primary;
  private static JdbcClient database;

  private Standby standby;
  private ResultReader reader;

  @BeforeAll
  static void start() throws Exception {
    int port = Ports.free();
    servers = new SeparateServers(PostgresTemplate.copiedTo(folder.resolve("servers")));
    servers.startPostgres(port);
    server =
        StandbyServer.of(
            folder.resolve("servers"), port, Files.createDirectory(folder.resolve("standby")));
    primary = pool(SeparateServers.jdbcUrl(port));
    database = JdbcClient.create(primary);
    database.sql("CREATE TABLE note (text text)").update();
  }

  @AfterAll
  static void stop() throws Exception {
    primary.close();
    server.close();
    servers.stopPostgres();
  }

  @BeforeEach
  void use() throws SQLException {
    server.execute("SELECT pg_wal_replay_resume()");
    standby = new Standby(pool(server.url("sluice")), primary, STALENESS);
    reader = new ResultReader(database, Optional.of(standby), STALENESS, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    standby.close();
  }

  @Test
  void aStandbyThatIsNewEnoughIsReadFrom() {
    // When
    lookUntil(true);

    // Then
    assertThat(reader.readSettled(StandbyTest::isStandby)).isTrue();
  }

  @Test
  void oneThatFallsBehindIsReadFromOnlyWithinTheBound() throws SQLException {
    // Given
    lookUntil(true);
    server.execute("SELECT pg_wal_replay_pause()");
    database.sql("INSERT INTO note VALUES ('new')").update();

    // When
    lookUntil(false);

    // Then
    assertThat(standby.read(StandbyTest::isStandby)).isEmpty();
    assertThat(reader.readSettled(StandbyTest::notes)).contains("new");
    assertThat(reader.settledBefore()).isEmpty();

    // And when
    server.execute("SELECT pg_wal_replay_resume()");
    lookUntil(true);

    // Then
    assertThat(standby.read(StandbyTest::notes)).get().asList().contains("new");
  }

  @Test
  void aPrimaryIsTakenForNoStandby() {
    // Given
    standby.close();
    standby = new Standby(pool(primary.getJdbcUrl()), primary, STALENESS);

    // When
    standby.look();
    standby.look();

    // Then
    assertThat(standby.isUsed()).isFalse();
    assertThat(standby.read(StandbyTest::isStandby)).isEmpty();
  }

  @Test
  void oneThatFailsAQueryIsLeftAloneAndThePrimaryIsAsked() {
    // Given
    lookUntil(true);

    // When
    boolean answer =
        reader.readSettled(
            any ->
                any.sql("SELECT 1 / (NOT pg_is_in_recovery())::int = 1")
                    .query((row, n) -> row.getBoolean(1))
                    .single());

    // Then
    assertThat(answer).isTrue();
    standby.look();
    assertThat(standby.isUsed()).isFalse();
  }

  @Test
  void oneThatHasNoConnectionFreeIsReadFromAgainWhenItHas() throws SQLException {
    // Given
    standby.close();
    HikariDataSource busy = pool(server.url("sluice"));
    standby = new Standby(busy, primary, STALENESS);
    lookUntil(true);

    // When
    try (Connection one = busy.getConnection();
        Connection other = busy.getConnection()) {
      assertThat(standby.read(StandbyTest::isStandby)).isEmpty();
    }

    // Then
    assertThat(standby.isUsed()).isTrue();
    lookUntil(true);
    assertThat(standby.read(StandbyTest::isStandby)).contains(true);
  }

  @Test
  void oneThatIsFrozenIsLeftUntilItThaws() throws Exception {
    // Given
    lookUntil(true);
    List<ProcessHandle> processes = server.processes();
    assertThat(processes).isNotEmpty();
    ExecutorService reads = Executors.newSingleThreadExecutor();
    try {
      // When: a read is under way, and the watch notices
      Signals.freeze(processes);
      Future<Boolean> underWay = reads.submit(() -> reader.readSettled(StandbyTest::isStandby));
      lookUntil(false);

      // Then: it and all later ones are the primary's
      assertThat(underWay.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isFalse();
      assertThat(reader.readSettled(StandbyTest::isStandby)).isFalse();
    } finally {
      Signals.thaw(processes);
      reads.shutdownNow();
    }
    lookUntil(true);
    assertThat(reader.readSettled(StandbyTest::isStandby)).isTrue();
  }

  @Test
  void oneThatDoesNotAnswerIsNotWaitedFor() {
    // Given
    standby.close();
    standby =
        new Standby(
            pool("jdbc:postgresql://127.0.0.1:" + Ports.free() + "/sluice"), primary, STALENESS);
    reader = new ResultReader(database, Optional.of(standby), STALENESS, new SimpleMeterRegistry());

    // When
    standby.look();

    // Then
    assertThat(standby.isUsed()).isFalse();
    assertThat(reader.readSettled(StandbyTest::isStandby)).isFalse();
  }

  private void lookUntil(boolean used) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              standby.look();
              return standby.isUsed() == used;
            });
  }

  private static boolean isStandby(JdbcClient any) {
    return any.sql("SELECT pg_is_in_recovery()").query(Boolean.class).single();
  }

  private static List<String> notes(JdbcClient any) {
    return any.sql("SELECT text FROM note").query(String.class).list();
  }

  private static HikariDataSource pool(String url) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(DatabaseRoles.SLUICE);
    pool.setPassword(servers.roles().password());
    pool.setConnectionTimeout(1000);
    pool.setInitializationFailTimeout(-1);
    pool.setMaximumPoolSize(2);
    pool.setMinimumIdle(0);
    return pool;
  }
}
