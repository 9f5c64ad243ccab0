package dev.sluice.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lends connections of a pool, and does not wait for one while the database is out. Whoever waits
 * in a statement when an outage begins is freed.
 */
public final class OutageAwareDataSource extends DelegatingDataSource {

  private static final Logger LOG = LoggerFactory.getLogger(OutageAwareDataSource.class);

  private final BooleanSupplier isOut;
  private final Duration patience;
  private final Set<Connection> lent =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * Wraps a pool that waits a short time for a connection.
   *
   * @param patience how long to wait in all while the database answers
   */
  public OutageAwareDataSource(DataSource pool, BooleanSupplier isOut, Duration patience) {
    super(pool);
    this.isOut = isOut;
    this.patience = patience;
  }

  @Override
  public Connection getConnection() throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      if (isOut.getAsBoolean()) {
        throw new SQLTransientConnectionException("The database does not answer.", "08001");
      }
      try {
        Connection connection = obtainTargetDataSource().getConnection();
        lent.add(connection.unwrap(Connection.class));
        return connection;
      } catch (SQLTransientConnectionException noneFree) {
        if (System.nanoTime() > end) {
          throw noneFree;
        }
      }
    }
  }

  /**
   * Breaks all connections off that are lent, so that nothing waits for a server that is frozen.
   */
  public void breakOff() {
    List<Connection> broken;
    synchronized (lent) {
      broken = List.copyOf(lent);
      lent.clear();
    }
    for (Connection connection : broken) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException | RuntimeException alreadyGone) {
        LOG.debug("A connection was gone already", alreadyGone);
      }
    }
  }
}
