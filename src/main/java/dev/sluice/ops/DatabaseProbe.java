package dev.sluice.ops;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the database on a connection of its own, which no statement of others keeps busy. */
@Component
class DatabaseProbe implements ServerProbe {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
  private static final String SECONDS = "5";

  private final HikariDataSource pool;
  private Connection connection;

  DatabaseProbe(DataSource database) throws SQLException {
    this.pool = database.unwrap(HikariDataSource.class);
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
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1");
      }
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
    login.putAll(pool.getDataSourceProperties());
    setIfPresent(login, "user", pool.getUsername());
    setIfPresent(login, "password", pool.getPassword());
    login.setProperty("connectTimeout", SECONDS);
    login.setProperty("loginTimeout", SECONDS);
    login.setProperty("socketTimeout", SECONDS);
    login.setProperty("ApplicationName", "sluice-watch");
    return DriverManager.getConnection(pool.getJdbcUrl(), login);
  }

  private static void setIfPresent(Properties login, String name, String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
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
