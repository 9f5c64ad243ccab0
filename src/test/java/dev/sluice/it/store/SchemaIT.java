package dev.sluice.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The schema that the migrations make of an empty database. */
class SchemaIT {

  private static final Path FOLDER = Path.of("src", "test", "resources", "schema");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[-+:.\\d]+";
  private static final String RANDOM_UUID = "\\b\\w{8}-\\w{4}-4\\w{3}-\\w{4}-\\w{12}\\b";

  private final DriverManagerDataSource database;

  SchemaIT() throws SQLException {
    String name = "schema" + UUID.randomUUID().toString().replace("-", "");
    database = new DriverManagerDataSource(TestServers.createDatabase(name), "sluice", "");
  }

  @Test
  void theSchemaIsAsListed() throws IOException {
    // When
    Flyway.configure().dataSource(database).load().migrate();

    // Then
    String made = listing();
    Path file = Files.writeString(Path.of("target", "schema.txt"), made);
    assertThat(made)
        .as("a migration that is meant changes the list, too: it is now in %s", file)
        .isEqualTo(Files.readString(FOLDER.resolve("schema.txt")));
  }

  private String listing() throws IOException {
    String query = Files.readString(FOLDER.resolve("listing.sql"));
    return String.join("\n", JdbcClient.create(database).sql(query).query(String.class).list())
        .replaceAll(TIME, "<now>")
        .replaceAll(RANDOM_UUID, "<random>")
        .concat("\n");
  }
}
