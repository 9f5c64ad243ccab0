package dev.sluice.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.StartupFailure;
import dev.sluice.it.TestServers;
import dev.sluice.store.ledger.SchemaMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The schema that the migrations make of an empty database. */
class SchemaIT {

  private static final Path FOLDER = Path.of("src", "test", "resources", "schema");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[-+:.\\d]+";
  private static final String RANDOM_UUID = "\\b\\w{8}-\\w{4}-4\\w{3}-\\w{4}-\\w{12}\\b";

  private final SchemaMigration migration = new SchemaMigration();
  private final DriverManagerDataSource database;

  SchemaIT() throws SQLException {
    String name = "schema" + UUID.randomUUID().toString().replace("-", "");
    database = new DriverManagerDataSource(TestServers.createDatabase(name), "sluice", "");
  }

  @Test
  void theSchemaIsAsListed() throws IOException {
    // When
    migration.migrate(flyway("classpath:db/migration"));

    // Then
    String made = listing();
    Path file = Files.writeString(Path.of("target", "schema.txt"), made);
    assertThat(made)
        .as("a change that is meant changes the list, too: it is now in %s", file)
        .isEqualTo(Files.readString(FOLDER.resolve("schema.txt")));
  }

  @Test
  void aDatabaseFromBeforeTheFirstReleaseIsRefusedAndLeftAsItIs(@TempDir Path old)
      throws IOException {
    // Given
    Files.writeString(old.resolve("V001__ledger.sql"), "CREATE TABLE document (id uuid)");
    flyway("filesystem:" + old).migrate();
    String before = listing();

    // When
    Flyway present = flyway("classpath:db/migration");
    assertThatThrownBy(() -> migration.migrate(present))
        // Then
        .isInstanceOf(StartupFailure.class)
        .hasMessage(
            "the database is from before Sluice's first release, and cannot be taken over."
                + " Start with an empty data folder (move the old one away, or name another one in"
                + " SLUICE_DATA_DIR) or, where the servers are your own, with an empty database"
                + " (SLUICE_JDBC_URL).");
    assertThat(listing()).isEqualTo(before).contains("column document.id");
    assertThat(history()).containsExactly("V001__ledger.sql");
  }

  @Test
  void aDatabaseOfThisReleaseIsTaken() {
    // Given
    migration.migrate(flyway("classpath:db/migration"));
    List<String> before = history();

    // When
    migration.migrate(flyway("classpath:db/migration"));

    // Then
    assertThat(history()).isEqualTo(before).isNotEmpty();
  }

  private Flyway flyway(String location) {
    return Flyway.configure().dataSource(database).locations(location).load();
  }

  private List<String> history() {
    return JdbcClient.create(database)
        .sql("SELECT script FROM flyway_schema_history ORDER BY installed_rank")
        .query(String.class)
        .list();
  }

  private String listing() throws IOException {
    String query = Files.readString(FOLDER.resolve("listing.sql"));
    return String.join("\n", JdbcClient.create(database).sql(query).query(String.class).list())
        .replaceAll(TIME, "<now>")
        .replaceAll(RANDOM_UUID, "<random>")
        .concat("\n");
  }
}
