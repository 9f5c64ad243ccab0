package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL in processes of its own, with a role and a database for Sluice. */
record PostgresServer(PostgresCluster cluster, PostgresProcess process, int port)
    implements EmbeddedServer {

  static final String USER = "sluice";
  static final String DATABASE = "sluice";

  /** Starts it on the files in the folder, after stopping one that a killed Sluice left. */
  static PostgresServer start(Path folder, PortChoice choice)
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(folder);
    Path logFile = folder.resolve("server.log");
    PostgresCluster cluster =
        new PostgresCluster(
            PostgresBinaries.unpackedIn(folder.resolve("bin")), folder.resolve("data"), logFile);
    cluster.initialise();
    // One that was left may hold the very port that is wanted.
    cluster.stopLeft();
    int port = choice.resolve();
    PostgresServer server = new PostgresServer(cluster, cluster.start(port), port);
    server.createDatabase();
    return server;
  }

  /** Where clients find the database; trusted on the loopback interface, so without a password. */
  String url() {
    return url(DATABASE);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    cluster.stop(process);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
        Statement statement = connection.createStatement()) {
      if (missing(statement, "SELECT FROM pg_roles WHERE rolname = '" + USER + "'")) {
        statement.execute("CREATE ROLE " + USER + " LOGIN");
      }
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
