package dev.sluice.it.store;

import dev.sluice.it.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new, empty database, and what its schema comes to consist of. */
final class FreshDatabase {

  /** Where the schema is listed, and where those of releases are kept. */
  static final Path FOLDER = Path.of("src", "test", "resources", "schema");

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[-+:.\\d]+";
  private static final String RANDOM_UUID = "\\b\\w{8}-\\w{4}-4\\w{3}-\\w{4}-\\w{12}\\b";

  private final DriverManagerDataSource database;

  FreshDatabase() throws SQLException {
    String name = "schema" + UUID.randomUUID().toString().replace("-", "");
    database = TestServers.ROLES.sluice(TestServers.createDatabase(name));
  }

  String url() {
    return database.getUrl();
  }

  /** Loads a database that a release left. */
  FreshDatabase load(String version) throws IOException, SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(FOLDER.resolve(version + ".sql")));
    }
    return this;
  }

  Flyway flyway(String location) {
    return Flyway.configure().dataSource(database).locations(location).load();
  }

  /** The migrations that were applied, in their order. */
  List<String> history() {
    return texts("SELECT script FROM flyway_schema_history ORDER BY installed_rank");
  }

  /** What a query with one column finds. */
  List<String> texts(String query) {
    return JdbcClient.create(database).sql(query).query(String.class).list();
  }

  /** One line for each thing in it. */
  String listing() throws IOException {
    String query = Files.readString(FOLDER.resolve("listing.sql"));
    return String.join("\n", texts(query))
        .replaceAll(TIME, "<now>")
        .replaceAll(RANDOM_UUID, "<random>")
        .concat("\n");
  }
}
