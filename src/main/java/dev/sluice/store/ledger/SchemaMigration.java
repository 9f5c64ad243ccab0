package dev.sluice.store.ledger;

import dev.sluice.StartupFailure;
import dev.sluice.model.failure.Reason;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the database to the present schema, and refuses one from before the first release. */
@Component
public class SchemaMigration implements FlywayMigrationStrategy {

  /** The first migration of databases from before the release, when each change had a file. */
  private static final String FIRST_BEFORE_RELEASE = "V001__ledger.sql";

  @Override
  public void migrate(Flyway flyway) {
    if (Stream.of(applied(flyway))
        .map(MigrationInfo::getScript)
        .anyMatch(FIRST_BEFORE_RELEASE::equals)) {
      throw new StartupFailure(
          "the database is from before Sluice's first release, and cannot be taken over",
          "Start with an empty data folder (move the old one away, or name another one in"
              + " SLUICE_DATA_DIR) or, where the servers are your own, with an empty database"
              + " (SLUICE_JDBC_URL)");
    }
    flyway.migrate();
  }

  /** The first that is asked of the database. */
  private static MigrationInfo[] applied(Flyway flyway) {
    try {
      return flyway.info().applied();
    } catch (FlywayException failure) {
      throw new StartupFailure(
          "the database cannot be used: " + Reason.of(failure),
          "Look at SLUICE_JDBC_URL, SLUICE_JDBC_USER and SLUICE_JDBC_PASSWORD",
          failure);
    }
  }
}
