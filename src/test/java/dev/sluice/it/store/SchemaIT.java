package dev.sluice.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.StartupFailure;
import dev.sluice.store.ledger.SchemaMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema that the migrations make of an empty database. */
class SchemaIT {

  private final SchemaMigration migration = new SchemaMigration();
  private final FreshDatabase database;

  SchemaIT() throws SQLException {
    database = new FreshDatabase();
  }

  @Test
  void theSchemaIsAsListed() throws IOException {
    // When
    migration.migrate(database.flyway("classpath:db/migration"));

    // Then
    String made = database.listing();
    Path file = Files.writeString(Path.of("target", "schema.txt"), made);
    assertThat(made)
        .as("a change that is meant changes the list, too: it is now in %s", file)
        .isEqualTo(Files.readString(FreshDatabase.FOLDER.resolve("schema.txt")));
  }

  @Test
  void aDatabaseFromBeforeTheFirstReleaseIsRefusedAndLeftAsItIs(@TempDir Path old)
      throws IOException {
    // Given
    Files.writeString(old.resolve("V001__ledger.sql"), "CREATE TABLE document (id uuid)");
    database.flyway("filesystem:" + old).migrate();
    String before = database.listing();

    // When
    Flyway present = database.flyway("classpath:db/migration");
    assertThatThrownBy(() -> migration.migrate(present))
        // Then
        .isInstanceOf(StartupFailure.class)
        .hasMessage(
            "the database is from before Sluice's first release, and cannot be taken over."
                + " Start with an empty data folder (move the old one away, or name another one in"
                + " SLUICE_DATA_DIR) or, where the servers are your own, with an empty database"
                + " (SLUICE_JDBC_URL).");
    assertThat(database.listing()).isEqualTo(before).contains("column document.id");
    assertThat(database.history()).containsExactly("V001__ledger.sql");
  }

  @Test
  void aDatabaseOfThisReleaseIsTaken() {
    // Given
    migration.migrate(database.flyway("classpath:db/migration"));
    List<String> before = database.history();

    // When
    migration.migrate(database.flyway("classpath:db/migration"));

    // Then
    assertThat(database.history()).isEqualTo(before).isNotEmpty();
  }
}
