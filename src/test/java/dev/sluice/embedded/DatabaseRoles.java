package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The roles of the embedded PostgreSQL whose files are in the folder of the servers, with their
 * passwords.
 */
public record DatabaseRoles(Path servers) {

  public static final String SLUICE = PostgresServer.USER;
  public static final String SUPERUSER = PostgresCluster.SUPERUSER;

  /** Connections to a database as Sluice has them. */
  public DriverManagerDataSource sluice(String url) {
    return new DriverManagerDataSource(url, SLUICE, password());
  }

  /** One as the superuser, who may make databases. */
  public Connection superuser(String url) throws SQLException {
    return new DriverManagerDataSource(url, SUPERUSER, superuserPassword()).getConnection();
  }

  public String password() {
    return secrets().databasePassword();
  }

  public String superuserPassword() {
    return secrets().postgresPassword();
  }

  private Secrets secrets() {
    try {
      return SeparateServers.secretsIn(servers);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
