package dev.sluice.store.ledger;

import dev.sluice.StartupFailure;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
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
    if (Stream.of(flyway.info().applied())
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
}
