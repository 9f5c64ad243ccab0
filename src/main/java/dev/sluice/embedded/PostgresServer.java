package dev.sluice.embedded;

import dev.sluice.model.spool.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in processes of its own, with a role and a database for Sluice. If it is to be
 * kept running, it is started again when it ends though nobody stopped it.
 */
final class PostgresServer implements EmbeddedServer {

  static final String USER = "sluice";
  static final String DATABASE = "sluice";

  /** PostgreSQL's code of a wrong password, or of a role that has none. */
  private static final String INVALID_PASSWORD = "28P01";

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  /** Starts again within the time after which an end is a new matter. */
  private static final int MOST_RESTARTS = 3;

  private static final Duration NEW_MATTER = Duration.ofMinutes(10);

  private final PostgresCluster cluster;
  private final int port;
  private final Secrets secrets;
  private PostgresProcess process;
  private boolean closed;
  private int restarts;
  private long lastRestart = System.nanoTime();
  private Runnable givenUp;

  private PostgresServer(
      PostgresCluster cluster, PostgresProcess process, int port, Secrets secrets) {
    this.cluster = cluster;
    this.port = port;
    this.secrets = secrets;
    this.process = process;
  }

  /** Starts it on the files in the folder, after stopping one that a killed Sluice left. */
  static PostgresServer start(Path folder, PortChoice choice, Secrets secrets)
      throws IOException, InterruptedException, SQLException {
    PrivateFolder.create(folder);
    Path logFile = folder.resolve("server.log");
    PostgresCluster cluster =
        new PostgresCluster(
            PostgresBinaries.unpackedIn(folder.resolve("bin")), folder.resolve("data"), logFile);
    cluster.initialise(secrets.postgresPassword());
    // One that was left may hold the very port that is wanted.
    cluster.stopLeft();
    int port = choice.resolve();
    PostgresServer server = new PostgresServer(cluster, cluster.start(port), port, secrets);
    server.prepare();
    return server;
  }

  /** Where clients find the database. */
  String url() {
    return url(DATABASE);
  }

  int port() {
    return port;
  }

  /** Starts it again when it ends, up to three times; then the action is run. */
  synchronized void keepRunning(Runnable givenUp) {
    this.givenUp = givenUp;
    watch(process);
  }

  @Override
  public synchronized void close() throws IOException, InterruptedException {
    closed = true;
    cluster.stop(process);
  }

  private void watch(PostgresProcess started) {
    process = started;
    started.watcher().onExit().thenRun(this::ended);
  }

  private synchronized void ended() {
    if (closed) {
      return;
    }
    if (System.nanoTime() - lastRestart > NEW_MATTER.toNanos()) {
      restarts = 0;
    }
    if (++restarts > MOST_RESTARTS) {
      log.error("PostgreSQL ended again and is not started any more; see {}", cluster.logFile());
      givenUp.run();
      return;
    }
    lastRestart = System.nanoTime();
    log.warn("PostgreSQL ended and is started again, {} of {}", restarts, MOST_RESTARTS);
    try {
      watch(cluster.start(port));
    } catch (IOException | RuntimeException failure) {
      log.error("PostgreSQL cannot be started again: {}", failure.getMessage());
      givenUp.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Files of earlier versions have no passwords, and secrets may have been lost. */
  private void prepare() throws IOException, InterruptedException, SQLException {
    try {
      createDatabase();
    } catch (SQLException refused) {
      if (!INVALID_PASSWORD.equals(refused.getSQLState())) {
        throw refused;
      }
      cluster.stop(process);
      cluster.setPassword(secrets.postgresPassword());
      log.info("PostgreSQL's superuser has the password of secrets.properties now");
      process = cluster.start(port);
      createDatabase();
    }
  }

  private void createDatabase() throws SQLException {
    String superuser = PostgresCluster.SUPERUSER;
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), superuser, secrets.postgresPassword());
        Statement statement = connection.createStatement()) {
      if (missing(statement, "SELECT FROM pg_roles WHERE rolname = '" + USER + "'")) {
        statement.execute("CREATE ROLE " + USER + " LOGIN");
      }
      String password = statement.enquoteLiteral(secrets.databasePassword());
      statement.execute("ALTER ROLE " + USER + " PASSWORD " + password);
      if (missing(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
      }
    }
  }

  private static boolean missing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }
}
