package dev.sluice.store.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a database on a connection of its own, which no statement of others keeps busy and which
 * does not wait for long. It is made again after each failure.
 */
public final class WatchConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchConnection.class);

  private final HikariDataSource pool;
  private final String patience;
  private Connection connection;

  /**
   * Asks the server of a pool.
   *
   * @param patience how long to wait for a connection and for an answer, in whole seconds
   */
  public WatchConnection(HikariDataSource pool, Duration patience) {
    this.pool = pool;
    this.patience = String.valueOf(patience.toSeconds());
  }

  /** The first column of the only row, or null; throws if the server does not answer. */
  public synchronized Object ask(String query) throws SQLException {
    try {
      if (connection == null) {
        connection = connect();
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getObject(1);
      }
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public synchronized void close() {
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

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    login.putAll(pool.getDataSourceProperties());
    setIfPresent(login, "user", pool.getUsername());
    setIfPresent(login, "password", pool.getPassword());
    login.setProperty("connectTimeout", patience);
    login.setProperty("loginTimeout", patience);
    login.setProperty("socketTimeout", patience);
    login.setProperty("ApplicationName", "sluice-watch");
    return DriverManager.getConnection(pool.getJdbcUrl(), login);
  }

  private static void setIfPresent(Properties login, String name, String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }
}
