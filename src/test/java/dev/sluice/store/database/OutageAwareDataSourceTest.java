package dev.sluice.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class OutageAwareDataSourceTest {

  /** Lends what it is told to, or says that nothing is free. */
  private static final class Pool extends AbstractDataSource {
    private final Queue<Connection> free = new ArrayDeque<>();
    private int asked;

    @Override
    public Connection getConnection() throws SQLException {
      asked++;
      if (asked < 3 || free.isEmpty()) {
        throw new SQLTransientConnectionException("none free");
      }
      return free.remove();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }

  private final Pool pool = new Pool();
  private final List<String> aborted = new ArrayList<>();
  private boolean isOut;

  @Test
  void whileTheDatabaseAnswersAConnectionIsWaitedFor() throws SQLException {
    // Given
    Connection connection = connection("a");
    pool.free.add(connection);

    // Then
    assertThat(of(Duration.ofMinutes(1)).getConnection()).isSameAs(connection);
    assertThat(pool.asked).isEqualTo(3);
  }

  @Test
  void afterThePatienceTheLastFailureIsThrown() {
    assertThatThrownBy(() -> of(Duration.ZERO).getConnection()).hasMessage("none free");
  }

  @Test
  void whileTheDatabaseIsOutNobodyWaits() {
    // When
    isOut = true;

    // Then
    assertThatThrownBy(() -> of(Duration.ofMinutes(1)).getConnection())
        .isInstanceOf(SQLTransientConnectionException.class)
        .hasMessage("The database does not answer.");
    assertThat(pool.asked).isZero();
  }

  @Test
  void whatIsLentIsBrokenOffOnce() throws SQLException {
    // Given
    pool.free.add(connection("a"));
    OutageAwareDataSource source = of(Duration.ofMinutes(1));
    source.getConnection();

    // When
    source.breakOff();
    source.breakOff();

    // Then
    assertThat(aborted).containsExactly("a");
  }

  private OutageAwareDataSource of(Duration patience) {
    return new OutageAwareDataSource(pool, () -> isOut, patience);
  }

  private Connection connection(String name) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "unwrap" -> proxy;
                  case "abort" -> aborted.add(name) ? null : null;
                  case "hashCode" -> name.hashCode();
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
