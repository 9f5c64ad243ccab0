package dev.sluice.ops;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.store.database.WatchConnection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Asks the database. */
@Component
class DatabaseProbe implements ServerProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WatchConnection database;

  DatabaseProbe(DataSource database) throws SQLException {
    this.database = new WatchConnection(database.unwrap(HikariDataSource.class), PATIENCE);
  }

  @Override
  public WatchedServer server() {
    return WatchedServer.DATABASE;
  }

  @Override
  public void ask() throws SQLException {
    database.ask("SELECT 1");
  }

  @Override
  public void close() {
    database.close();
  }
}
