package dev.sluice.store.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.sluice.model.failure.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A standby of the database. Each read first makes sure on its own connection that the server
 * behind it is new enough, as a pooler may lead to several.
 */
final class Standby implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

  /** How far it has replayed the primary's log, in bytes; null if it is no standby. */
  private static final String REPLAYED =
      "SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint";

  private static final String WRITTEN =
      "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How long it is left alone after it failed a read that it should have answered. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final HikariDataSource pool;
  private final OutageAwareDataSource lending;
  private final WatchConnection watch;
  private final WatchConnection primaryWatch;
  private final WalPositions positions;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private volatile String trouble = "it was not asked yet";
  private volatile boolean answers;
  private boolean toldToAnswer = true;
  private volatile long resumeAt = System.nanoTime();

  Standby(HikariDataSource pool, HikariDataSource primary, Duration staleness) {
    this.pool = pool;
    this.lending = new OutageAwareDataSource(pool, () -> !answers, PATIENCE);
    this.watch = new WatchConnection(pool, PATIENCE);
    this.primaryWatch = new WatchConnection(primary, PATIENCE);
    this.positions = new WalPositions(staleness, System::nanoTime);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(lending));
    this.jdbc = JdbcClient.create(lending);
  }

  /** What the query answers; empty if the standby is too old, fails, or does not answer. */
  <T> Optional<T> read(Function<JdbcClient, T> query) {
    try {
      return transaction.execute(
          status -> isNewEnough() ? Optional.of(query.apply(jdbc)) : Optional.empty());
    } catch (TransactionException noConnection) {
      LOG.debug("No connection to the standby is free", noConnection);
      return Optional.empty();
    } catch (DataAccessException e) {
      if (answers) {
        pause(Reason.of(e));
      }
      return Optional.empty();
    }
  }

  /** Asks both servers where they are, and logs what has changed. */
  void look() {
    try {
      long now = positions.now();
      positions.add(now, (Long) primaryWatch.ask(WRITTEN));
    } catch (SQLException | RuntimeException e) {
      LOG.debug("The primary does not say where its log ends", e); // its own watch tells
    }
    if (resumeAt - System.nanoTime() > 0) {
      return;
    }
    try {
      Long replayed = (Long) watch.ask(REPLAYED);
      answers = true;
      tell(replayed == null ? "it is no standby" : isNewEnough(replayed) ? null : "it is behind");
    } catch (SQLException | RuntimeException e) {
      answers = false;
      lending.breakOff();
      tell(Reason.of(e));
    }
  }

  /** Whether results are read from it. */
  boolean isUsed() {
    return trouble == null;
  }

  @Override
  public void close() {
    watch.close();
    primaryWatch.close();
    pool.close();
  }

  private boolean isNewEnough() {
    Long replayed = jdbc.sql(REPLAYED).query(Long.class).optional().orElse(null);
    return replayed != null && isNewEnough(replayed);
  }

  private boolean isNewEnough(long replayed) {
    return positions.isNewEnough(replayed);
  }

  private void pause(String why) {
    answers = false;
    resumeAt = System.nanoTime() + PAUSE.toNanos();
    tell(why);
  }

  /** One line for what becomes of it; one that does not answer may say so in many words. */
  private synchronized void tell(String found) {
    String before = trouble;
    boolean stillSilent = !answers && !toldToAnswer;
    trouble = found;
    toldToAnswer = answers;
    if (found == null && before != null) {
      LOG.info("Results are read from the standby");
    } else if (found != null && !found.equals(before) && !stillSilent) {
      LOG.warn("Results are read from the primary, not from the standby: {}", found);
    }
  }
}
