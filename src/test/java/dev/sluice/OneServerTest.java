package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** The files by which one machine runs Sluice and its servers: docs/deploy.md. */
class OneServerTest {

  private static final Path FOLDER = Path.of("kustomize", "server");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Z0-9_]+):\\?see (small|secrets)\\.env}");
  private static final Pattern SHARE = Pattern.compile("^MemoryMax=(\\d+)%$", Pattern.MULTILINE);

  private final String compose = read("compose.yaml");

  @Test
  void theComposeFileSetsNoSecretAndPublishesNothingButNginxAndTheManagementPort()
      throws IOException {
    JsonNode services = new YAMLMapper().readTree(compose).path("services");

    assertThat(services.fieldNames())
        .toIterable()
        .containsExactly("nginx", "sluice", "postgres", "kafka", "s3");
    assertThat(services.findValues("ports"))
        .extracting(JsonNode::toString)
        .containsExactly("[\"80:80\",\"443:443\"]", "[\"127.0.0.1:8081:8081\"]");
    assertThat(services.findValues("environment").stream().flatMap(e -> e.properties().stream()))
        .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|_KEY)"))
        .hasSize(6)
        .allMatch(variable -> variable.getValue().asText().matches("\\$\\{\\w+:\\?.+}"));
  }

  @ParameterizedTest
  @CsvSource({"small.env, 4GB", "medium.env, 16GB"})
  void aTierSetsWhatTheComposeFileAsksForAndFitsIntoItsMachine(String file, String machine) {
    Properties tier = new Properties();
    load(tier, file);

    assertThat(tier.stringPropertyNames()).isEqualTo(variables("small"));
    long limits =
        tier.stringPropertyNames().stream()
            .filter(name -> name.startsWith("MEMORY_"))
            .mapToLong(name -> bytes(tier, name))
            .sum();
    assertThat(limits)
        .as("the system needs a tenth")
        .isLessThan(DataSize.parse(machine).toBytes() * 9 / 10);
    // A fork is replaced when it has one and a half times its heap.
    long forks = Long.parseLong(tier.getProperty("SLUICE_PARSER_FORKS"));
    assertThat(bytes(tier, "HEAP_SLUICE") + forks * bytes(tier, "SLUICE_PARSER_HEAP") * 3 / 2)
        .isLessThan(bytes(tier, "MEMORY_SLUICE"));
    assertThat(bytes(tier, "HEAP_KAFKA")).isLessThan(bytes(tier, "MEMORY_KAFKA"));
    assertThat(bytes(tier, "POSTGRES_SHARED_BUFFERS")).isLessThan(bytes(tier, "MEMORY_POSTGRES"));
  }

  @Test
  void theUnitsLeaveMemoryForTheSystemAndLetForksMakeNamespaces() {
    int percent = units().mapToInt(unit -> first(SHARE, unit)).sum();

    assertThat(percent).isBetween(50, 90);
    assertThat(read("systemd/sluice.service"))
        .contains("RestrictNamespaces=user net mnt", "SystemCallFilter=@system-service @mount");
  }

  @Test
  void kafkaTakesItsProperties() {
    Properties kafka = new Properties();
    load(kafka, "kafka.properties");

    assertThat(new KafkaConfig(kafka, false).nodeId()).isEqualTo(1);
  }

  private static Stream<String> units() {
    return List.of(
            "systemd/sluice.service",
            "systemd/sluice-kafka.service",
            "systemd/sluice-s3.service",
            "systemd/postgresql@.service.d/sluice.conf")
        .stream()
        .map(OneServerTest::read);
  }

  private static int first(Pattern pattern, String text) {
    return pattern.matcher(text).results().mapToInt(r -> Integer.parseInt(r.group(1))).sum();
  }

  private Set<String> variables(String from) {
    Set<String> names = new TreeSet<>();
    VARIABLE
        .matcher(compose)
        .results()
        .filter(result -> result.group(2).equals(from))
        .forEach(result -> names.add(result.group(1)));
    return names;
  }

  /** Of compose's 640m, as of Sluice's 256MB. */
  private static long bytes(Properties tier, String name) {
    String unit = tier.getProperty(name).toUpperCase(Locale.ROOT);
    return DataSize.parse(unit.endsWith("B") ? unit : unit + "B").toBytes();
  }

  private static void load(Properties tier, String file) {
    try {
      tier.load(new StringReader(read(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
