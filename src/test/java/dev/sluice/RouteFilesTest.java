package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Checks how route files are written, so that whoever reads one can read them all. */
class RouteFilesTest {

  private static final Pattern INNER_ENDPOINT = Pattern.compile("(?:direct|seda|timer):([^?]+).*");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileIsNumberedAndOpensWithWhatItGuaranteesAndWhatADeathLeaves(Path file)
      throws IOException {
    List<String> lines = Files.readAllLines(file);

    assertThat(file.getFileName().toString()).matches("\\d\\d-[a-z0-9-]+\\.camel\\.yaml");
    assertThat(lines.get(0)).startsWith("# Guarantees ");
    assertThat(lines.get(1)).startsWith("# A death ");
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileFitsOnThreeScreens(Path file) throws IOException {
    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(120);
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeadOfAFileNamesTheExchangePropertiesOfItsStepsAndBeans(Path file) throws IOException {
    assertThat(ExchangeProperties.namedIn(file))
        .containsExactlyInAnyOrderElementsOf(ExchangeProperties.usedIn(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void aRouteHasAnIdADescriptionAndSomewhereForItsErrorsToGo(Path file) throws IOException {
    for (Map<String, Object> route : routesIn(file)) {
      assertThat((String) route.get("id")).matches("[a-z]+(-[a-z]+)+");
      assertThat((String) route.get("description")).as("%s", route.get("id")).isNotBlank();
      // In the route itself it would be a step in the console's diagram, and a wrong one.
      assertThat(route).as("%s", route.get("id")).doesNotContainKey("errorHandler");
      assertThat((String) route.get("routeConfigurationId"))
          .as("where errors of %s go", route.get("id"))
          .isIn(
              "pass-errors-up",
              "http-errors",
              "file-errors",
              "sftp-errors",
              "queue-errors",
              "work-errors",
              "door-errors",
              "background-errors");
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aRouteIsInTheGroupOfItsFile(Path file) throws IOException {
    String group = file.getFileName().toString().replaceFirst("^\\d\\d-(.*)\\.camel\\.yaml$", "$1");

    assertThat(routesIn(file)).allSatisfy(route -> assertThat(route).containsEntry("group", group));
  }

  @ParameterizedTest
  @MethodSource("files")
  void anEndpointWithinSluiceIsCalledAsItsRoute(Path file) throws IOException {
    Set<String> calls = operationsOfTheApi();
    for (Map<String, Object> route : routesIn(file)) {
      String id = (String) route.get("id");
      Matcher endpoint = INNER_ENDPOINT.matcher(uriOf(route));
      if (endpoint.matches()) {
        String name = endpoint.group(1);
        assertThat(calls.contains(name) ? kebab(name) : name).isEqualTo(id);
      }
    }
  }

  @Test
  void whatIsDoneAboutErrorsHasAnIdAndADescription() throws IOException {
    for (Path file : files()) {
      for (Map<String, Object> configuration : definitionsIn(file, "routeConfiguration")) {
        assertThat((String) configuration.get("id")).matches("[a-z]+(-[a-z]+)+");
        assertThat((String) configuration.get("description"))
            .as("%s", configuration.get("id"))
            .isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aRouteHoldsNoScriptNoTryAndNoLiteralHostOrTopic(Path file) throws IOException {
    String text = Files.readString(file);

    // One doTry breaks the console's diagram of all routes.
    assertThat(text).doesNotContain("doTry", "script:", "groovy", "localhost", "127.0.0.1");
    assertThat(text).doesNotContainPattern("uri: (kafka|aws2-s3):[^{]");
  }

  @Test
  void noTwoRoutesShareAnId() throws IOException {
    TreeSet<Object> ids = new TreeSet<>();
    for (Path file : files()) {
      for (Map<String, Object> route : routesIn(file)) {
        assertThat(ids.add(route.get("id"))).as("%s", route.get("id")).isTrue();
      }
    }
    assertThat(ids).hasSizeGreaterThan(20);
  }

  private static Set<String> operationsOfTheApi() throws IOException {
    return Pattern.compile("operationId: (\\w+)")
        .matcher(Files.readString(Path.of("src/main/resources/openapi.yaml")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static String kebab(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static String uriOf(Map<String, Object> route) {
    return (String) ((Map<String, Object>) route.get("from")).get("uri");
  }

  private static List<Map<String, Object>> routesIn(Path file) throws IOException {
    return definitionsIn(file, "route");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> definitionsIn(Path file, String kind)
      throws IOException {
    List<Map<String, Object>> definitions = new Yaml().load(Files.readString(file));
    return definitions.stream()
        .filter(definition -> definition.containsKey(kind))
        .map(definition -> (Map<String, Object>) definition.get(kind))
        .toList();
  }
}
