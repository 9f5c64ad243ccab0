package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the monitoring component watches exists. */
class MonitoringTest {

  private static final Path RULES = Path.of("config", "alerts", "sluice.yaml");
  private static final Path COMPONENT = Path.of("kustomize", "components", "monitoring");
  private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?! *[(=!])");
  private static final Pattern OF_LIBRARIES =
      Pattern.compile(
          "(jvm|process|hikaricp|http_server_requests|kafka_consumer|container|kube)_\\w+");
  private static final Set<String> SUFFIXES = Set.of("", "_sum", "_count", "_max");

  @Test
  void theRulesOfTheClusterAreThoseOfEverywhere() throws IOException {
    String moved = Files.readString(RULES).replaceAll("(?m)^(?=.)", "  ");

    assertThat(Files.readString(COMPONENT.resolve("alerts.yaml")))
        .as("to write it anew: head -6 alerts.yaml, then sed 's/^\\(.\\)/  \\1/' " + RULES)
        .endsWith("\nspec:\n" + moved);
  }

  @Test
  void prometheusReadsTheRulesThatOnlyAClusterHas(@TempDir Path folder) throws IOException {
    assumeTrue(Programs.isThere("promtool", "--version"), "there is no promtool");
    JsonNode rules = Overlay.readFile(COMPONENT.resolve("cluster-alerts.yaml")).path("spec");
    Path file = folder.resolve("rules.yaml");
    new ObjectMapper(new YAMLFactory()).writeValue(file.toFile(), rules);

    assertThat(Programs.output("promtool", "check", "rules", file.toString())).contains("SUCCESS");
  }

  @Test
  void eachMetricOfADashboardIsDocumentedOrOfALibrary() throws IOException {
    Set<String> documented = metrics(Files.readString(RULES));
    documented.addAll(metrics(Files.readString(Path.of("docs", "operations.md"))));

    try (Stream<Path> dashboards = Files.list(COMPONENT.resolve("dashboards"))) {
      assertThat(dashboards)
          .hasSize(2)
          .allSatisfy(
              dashboard ->
                  assertThat(expressions(dashboard))
                      .hasSizeGreaterThan(5)
                      .allSatisfy(
                          expression ->
                              assertThat(metrics(labelsTakenOut(expression)))
                                  .isNotEmpty()
                                  .allMatch(metric -> isKnown(metric, documented))));
    }
  }

  @Test
  void prometheusFindsDoorsAndWorkersByAServiceThatThereIs() {
    JsonNode monitor = Overlay.MEDIUM.named("ServiceMonitor", "sluice").path("spec");

    assertThat(Overlay.MEDIUM.all(Service.class))
        .filteredOn(
            service ->
                monitor.at("/selector/matchLabels").properties().stream()
                    .allMatch(
                        label ->
                            label
                                .getValue()
                                .asText()
                                .equals(service.getMetadata().getLabels().get(label.getKey()))))
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.getSpec().getSelector())
                  .containsOnlyKeys("app.kubernetes.io/name");
              assertThat(service.getSpec().getPorts())
                  .extracting(port -> port.getName())
                  .containsExactly(monitor.at("/endpoints/0/port").asText());
            });
  }

  private static boolean isKnown(String metric, Set<String> documented) {
    return OF_LIBRARIES.matcher(metric).matches()
        || SUFFIXES.stream()
            .filter(metric::endsWith)
            .map(suffix -> metric.substring(0, metric.length() - suffix.length()))
            .anyMatch(documented::contains);
  }

  private static List<String> expressions(Path dashboard) throws IOException {
    return new ObjectMapper()
        .readTree(dashboard.toFile()).findValues("expr").stream().map(JsonNode::asText).toList();
  }

  private static String labelsTakenOut(String expression) {
    return expression.replaceAll("\\{[^}]*}|by \\([^)]*\\)", "");
  }

  private static Set<String> metrics(String text) {
    Set<String> names = new TreeSet<>();
    METRIC.matcher(text).results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
