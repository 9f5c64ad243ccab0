package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class KeyUsesTest {

  @Test
  void aUseThatCannotBeWrittenKeepsNobodyOut() {
    KeyUses uses = new KeyUses(JdbcClient.create(new ReadOnly()));

    assertThatNoException().isThrownBy(() -> uses.note(UUID.randomUUID()));
  }

  private static final class ReadOnly extends AbstractDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      throw new SQLException("cannot execute UPDATE in a read-only transaction", "25006");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }
}
