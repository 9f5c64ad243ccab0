package dev.sluice.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations may do, so that a release runs beside the one before it, on one database. */
class MigrationsTest {

  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final Path KEPT = Path.of("src", "test", "resources", "schema");

  /** A row of Flyway's history in a kept database: the file and its checksum. */
  private static final Pattern SHIPPED = Pattern.compile("'(V\\d+__\\w+\\.sql)', (-?\\d+)");

  /** They are from when no two releases ran side by side. */
  private static final Pattern EXEMPT = Pattern.compile("V[1-9]__.*");

  /** The first lines of a file that removes what no release in use reads or writes any more. */
  private static final Pattern CONTRACTS =
      Pattern.compile("\\A(--.*\\n)*-- Contracts: .+ unused since \\d+\\.\\d+\\.\\d+\\.?\\n");

  /** What the release before may stumble over; comments are taken out before. */
  private static final Pattern CONTRACTION =
      Pattern.compile(
          """
          \\bDROP\\s+(TABLE|VIEW|FUNCTION|SEQUENCE|TYPE|DOMAIN|SCHEMA)\\b
          | \\bALTER\\s+TABLE\\b[^;]*\\bDROP\\s+(?!(CONSTRAINT|NOT|DEFAULT|IDENTITY|EXPRESSION)\\b)
          | \\bRENAME\\b
          | \\bSET\\s+NOT\\s+NULL\\b
          | \\bALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b
          | \\bADD\\s+(COLUMN\\s+)?(?!CONSTRAINT\\b)\\w+\\s(?![^;,]*\\bDEFAULT\\b)[^;,]*\\bNOT\\s+NULL\\b
          """,
          Pattern.CASE_INSENSITIVE | Pattern.COMMENTS);

  @Test
  void whatAReleaseHasShippedStaysAsItIs() throws IOException {
    Map<String, Integer> shipped = shipped();
    assertThat(shipped).hasSizeGreaterThanOrEqualTo(9);
    Map<String, Integer> present = new TreeMap<>();
    for (String file : shipped.keySet()) {
      present.put(file, checksum(MIGRATIONS.resolve(file)));
    }
    assertThat(present).isEqualTo(shipped);
  }

  @Test
  void aMigrationOnlyAddsOrSaysThatItContracts() throws IOException {
    for (Path file : files(MIGRATIONS, "V.*")) {
      if (!EXEMPT.matcher(file.getFileName().toString()).matches()) {
        assertThat(isAllowed(Files.readString(file))).as("%s only adds", file).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE part;",
        "ALTER TABLE document DROP COLUMN lane;",
        "ALTER TABLE document\n  ADD a text,\n  DROP IF EXISTS lane;",
        "ALTER TABLE document RENAME lane TO track;",
        "ALTER TABLE document ALTER COLUMN lane SET NOT NULL;",
        "ALTER TABLE document ALTER size_bytes TYPE numeric;",
        "ALTER TABLE document ALTER COLUMN size_bytes SET DATA TYPE numeric;",
        "ALTER TABLE document ADD COLUMN a text NOT NULL;",
        "alter table document add a text not null, add b text default '';",
        "-- Contracts: the lane\nALTER TABLE document DROP COLUMN lane;",
      })
  void whatTheReleaseBeforeMayStumbleOverIsFound(String migration) {
    assertThat(isAllowed(migration)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE a (b text NOT NULL);",
        "ALTER TABLE document ADD COLUMN a text, ADD b text NOT NULL DEFAULT '';",
        "ALTER TABLE document ALTER lane DROP NOT NULL; -- we DROP TABLE later",
        "ALTER TABLE document DROP CONSTRAINT a, ADD CONSTRAINT a CHECK (state IS NOT NULL);",
        "-- Why.\n-- Contracts: document.lane, unused since 0.3.0.\nALTER TABLE document DROP lane;",
      })
  void whatItDoesNotNoticeIsAllowed(String migration) {
    assertThat(isAllowed(migration)).isTrue();
  }

  private static boolean isAllowed(String migration) {
    String statements = migration.replaceAll("--.*", "");
    return !CONTRACTION.matcher(statements).find() || CONTRACTS.matcher(migration).find();
  }

  private static Map<String, Integer> shipped() throws IOException {
    Map<String, Integer> shipped = new TreeMap<>();
    for (Path file : files(KEPT, "\\d+\\.\\d+\\.\\d+\\.sql")) {
      Matcher rows = SHIPPED.matcher(Files.readString(file));
      while (rows.find()) {
        shipped.put(rows.group(1), Integer.valueOf(rows.group(2)));
      }
    }
    return shipped;
  }

  /** As Flyway computes it: CRC-32 over the lines without their ends. */
  private static int checksum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    for (String line : Files.readAllLines(file)) {
      sum.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return (int) sum.getValue();
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    }
  }
}
