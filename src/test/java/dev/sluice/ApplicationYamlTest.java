package dev.sluice;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.intake.s3.S3DropSettings;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.results.rendition.RenditionSettings;
import dev.sluice.results.rendition.ThumbnailSettings;
import dev.sluice.work.queue.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.spring.boot.SpringPropertiesParser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** What the head of config/application.yaml promises of variables and defaults. */
class ApplicationYamlTest {

  private static final Path FILE = Path.of("config", "application.yaml");
  private static final Pattern BEHIND_A_HASH =
      Pattern.compile("^( *)#((?: {2})*[a-z-]+:(?: .*)?)$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):");
  private static final Pattern DOCUMENTED = Pattern.compile("\\bSLUICE_[A-Z0-9_]*[A-Z0-9]");

  /** Those of the first run's servers are read before there is a configuration. */
  private static final String OF_THE_FIRST_RUN = "SLUICE_EMBEDDED_";

  /** Begins the name of each further property of Kafka's clients. */
  private static final String OF_KAFKA = "SLUICE_KAFKA_PROPERTIES";

  private final String text = read(FILE);
  private final Map<String, String> keys = keys(withoutHashes());

  @Test
  void theEnvironmentSetsEachKeyByItsName() {
    Map<String, String> names = ownKeys().collect(toMap(key -> key, ApplicationYamlTest::derived));

    assertThat(names).hasSizeGreaterThan(150).containsValue("SLUICE_S3_DROP_PERIOD");
    assertThat(names.values()).doesNotHaveDuplicates();
    assertThatEachSetsItsKey(names);
  }

  @Test
  void theEnvironmentSetsAKeyByTheNameThatItsPlaceholderHas() {
    Map<String, String> names = new TreeMap<>();
    keys.forEach((key, value) -> named(value).forEach(name -> names.put(key, name)));

    assertThat(names).containsEntry("sluice.intake.max-size", "SLUICE_MAX_SIZE");
    names.remove("spring.datasource.hikari.data-source-properties.options"); // names a part of it
    assertThatEachSetsItsKey(names);
  }

  @Test
  void aPlaceholderNamesNoVariableThatSpringDerivesFromItsKey() {
    keys.forEach(
        (key, value) ->
            assertThat(named(value)).as(key).doesNotContain(derived(key), undashed(key)));
  }

  @Test
  void aVariableThatIsSetAndEmptyIsEmptyAndNotTheDefault() {
    Map<String, Object> empty = new TreeMap<>();
    ownKeys().forEach(key -> empty.put(derived(key), ""));
    StandardEnvironment environment = environment(text, empty);

    ownKeys().forEach(key -> assertThat(environment.getProperty(key)).as(key).isEmpty());
  }

  @Test
  void aVariableSetsWhatTheFileLeavesToTheCode() {
    Binder binder =
        Binder.get(
            environment(
                text,
                Map.of(
                    "SLUICE_PARSER_OCR_PAGE_TIME", "7s",
                    "SLUICE_THUMBNAIL_LONGEST_WAIT", "8s",
                    "SLUICE_S3_DROP_AFTER", "leave",
                    "SLUICE_S3_DROP_RULES_0_OWNER", "ada")));

    ParserSettings parser = binder.bindOrCreate("sluice.parser", ParserSettings.class);
    assertThat(parser.ocr().pageTime()).isEqualTo(Duration.ofSeconds(7));
    ThumbnailSettings thumbnail = binder.bindOrCreate("sluice.thumbnail", ThumbnailSettings.class);
    assertThat(thumbnail.longestWait()).isEqualTo(Duration.ofSeconds(8));
    S3DropSettings drop = binder.bindOrCreate("sluice.s3-drop", S3DropSettings.class);
    assertThat(drop.after()).hasToString("LEAVE");
    assertThat(drop.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.owner()).isEqualTo("ada"));
  }

  @Test
  void aVariableSetsAnyPropertyOfKafkasClients() {
    Binder binder =
        Binder.get(
            environment(
                text,
                Map.of(
                    "SLUICE_KAFKA_BROKERS",
                    "kafka:9092",
                    OF_KAFKA + "_SECURITY_PROTOCOL",
                    "SASL_SSL",
                    OF_KAFKA + "_SSL_TRUSTSTORE_TYPE",
                    "PEM")));

    assertThat(binder.bind("sluice.kafka", KafkaSettings.class).get().properties())
        .isEqualTo(Map.of("security.protocol", "SASL_SSL", "ssl.truststore.type", "PEM"));
  }

  @Test
  void aKeyBehindAHashIsWrittenWithTheDefaultOfTheCode() {
    Map<String, Class<?>> settings =
        Map.of(
            "sluice.parser", ParserSettings.class,
            "sluice.thumbnail", ThumbnailSettings.class,
            "sluice.page-images", RenditionSettings.class,
            "sluice.s3-drop", S3DropSettings.class);
    Set<String> behindAHash = new TreeSet<>(keys.keySet());
    behindAHash.removeAll(keys(text).keySet());
    Binder asItIs = Binder.get(environment(text, Map.of()));
    Binder withoutHashes = Binder.get(environment(withoutHashes(), Map.of()));

    assertThat(behindAHash)
        .contains("sluice.parser.ocr.page-time", "sluice.s3-drop.after")
        .allMatch(key -> settings.keySet().stream().anyMatch(key::startsWith));
    settings.forEach(
        (prefix, type) ->
            assertThat(withoutHashes.bindOrCreate(prefix, type))
                .isEqualTo(asItIs.bindOrCreate(prefix, type)));
  }

  @Test
  void aVariableThatTheDocumentationOrADeploymentNamesSetsAKey() throws IOException {
    Set<String> names = new TreeSet<>();
    ownKeys().map(ApplicationYamlTest::derived).forEach(names::add);
    keys.values().forEach(value -> names.addAll(named(value)));

    try (Stream<Path> docs = Files.walk(Path.of("docs"));
        Stream<Path> server = Files.walk(Path.of("kustomize", "server"))) {
      Stream.of(Stream.of(Path.of("README.md")), docs, server)
          .flatMap(files -> files)
          .filter(file -> file.toString().matches(".*\\.(md|yaml|env|service|conf)"))
          .forEach(
              file ->
                  assertThat(names)
                      .as(file.toString())
                      .containsAll(
                          matches(DOCUMENTED, read(file), 0).stream()
                              .filter(name -> !name.startsWith(OF_THE_FIRST_RUN))
                              .filter(name -> !name.startsWith(OF_KAFKA))
                              .toList()));
    }
  }

  /** By binding, by placeholders of Spring, and by those of route files. */
  private void assertThatEachSetsItsKey(Map<String, String> nameByKey) {
    Map<String, Object> variables = new TreeMap<>();
    nameByKey.values().forEach(name -> variables.put(name, "value of " + name));
    StandardEnvironment environment = environment(text, variables);
    Binder binder = Binder.get(environment);
    SpringPropertiesParser routes = new SpringPropertiesParser(environment);
    nameByKey.forEach(
        (key, name) ->
            assertThat(
                    List.of(
                        binder.bind(key, String.class).orElse("unset"),
                        environment.resolvePlaceholders("${" + key + "}"),
                        routes.customLookup(key)))
                .as(key)
                .containsOnly("value of " + name));
  }

  private Stream<String> ownKeys() {
    return keys.keySet().stream().filter(key -> key.startsWith("sluice."));
  }

  private String withoutHashes() {
    return BEHIND_A_HASH.matcher(text).replaceAll("$1$2");
  }

  private static String derived(String key) {
    return key.replaceAll("[.\\-\\[]", "_").replace("]", "").toUpperCase(Locale.ROOT);
  }

  private static String undashed(String key) {
    return derived(key.replace("-", ""));
  }

  private static List<String> named(String value) {
    return matches(NAMED, value, 1);
  }

  private static List<String> matches(Pattern pattern, String text, int group) {
    List<String> matches = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      matches.add(matcher.group(group));
    }
    return matches;
  }

  private static StandardEnvironment environment(String yaml, Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(system, new SystemEnvironmentPropertySource(system, variables));
    load(yaml).forEach(environment.getPropertySources()::addLast);
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  /** As they are written, with their placeholders. */
  private static Map<String, String> keys(String yaml) {
    Map<String, String> keys = new TreeMap<>();
    for (PropertySource<?> document : load(yaml)) {
      for (String key : ((EnumerablePropertySource<?>) document).getPropertyNames()) {
        assertThat(keys.put(key, String.valueOf(document.getProperty(key)))).as(key).isNull();
      }
    }
    return keys;
  }

  private static List<PropertySource<?>> load(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    try {
      return new YamlPropertySourceLoader().load("application", new ByteArrayResource(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
