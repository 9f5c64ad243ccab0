package dev.sluice.ops;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/** Asks the database on a connection of its own, which no statement of others keeps busy. */
@Component
class DatabaseProbe implements ServerProbe {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
  private static final String SECONDS = "5";

  private final DataSourceProperties database;
  private Connection connection;

  DatabaseProbe(DataSourceProperties database) {
    this.database = database;
  }

  @Override
  public WatchedServer server() {
    return WatchedServer.DATABASE;
  }

  @Override
  public synchronized void ask() throws SQLException {
    try {
      if (connection == null) {
        connection = connect();
      }
      connection.createStatement().execute("SELECT 1");
    } catch (SQLException | RuntimeException e) {
      letGo();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    letGo();
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", String.valueOf(database.determineUsername()));
    login.setProperty("password", String.valueOf(database.determinePassword()));
    login.setProperty("connectTimeout", SECONDS);
    login.setProperty("loginTimeout", SECONDS);
    login.setProperty("socketTimeout", SECONDS);
    login.setProperty("ApplicationName", "sluice-watch");
    return DriverManager.getConnection(database.determineUrl(), login);
  }

  private void letGo() {
    Connection broken = connection;
    connection = null;
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException alreadyGone) {
        LOG.debug("The connection of the watch is gone", alreadyGone);
      }
    }
  }
}
