package dev.sluice.ops.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.ops.Dependencies.Dependency;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardRulesTest {

  private static final Map<BoardRule.Comparison, String> SIGNS =
      Map.of(
          BoardRule.Comparison.ABOVE, ">",
          BoardRule.Comparison.BELOW, "<",
          BoardRule.Comparison.EQUAL, "==");
  private static final Pattern END = Pattern.compile("\\s(>|<|==) ([\\d* ]+)$");

  static List<BoardRule> rules() {
    return BoardRules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBoardSaysWhatTheAlertOfTheSameNameSays(BoardRule rule) throws IOException {
    JsonNode alert = alerts().get(rule.alert());

    assertThat(alert).as(rule.alert()).isNotNull();
    String expression = alert.path("expr").asText();
    assertThat(expression).contains(rule.meter().replace('.', '_'));
    Matcher end = END.matcher(expression);
    assertThat(end.find()).as(expression).isTrue();
    assertThat(end.group(1)).isEqualTo(SIGNS.get(rule.bound().comparison()));
    assertThat(product(end.group(2))).isEqualTo(rule.bound().threshold());
    assertThat(alert.path("labels").path("severity").asText())
        .isEqualTo(rule.problem().critical() ? "critical" : "warning");
    if (!rule.after().isZero()) {
      assertThat(rule.after()).isEqualTo(Duration.parse("PT" + alert.path("for").asText("0s")));
    }
  }

  @Test
  void eachProblemHasAHeadingInTheRunbook() throws IOException {
    String headings = headings();
    List<BoardRule.Text> texts =
        new ArrayList<>(BoardRules.ALL.stream().map(BoardRule::problem).toList());
    texts.addAll(
        List.of(ProblemTexts.DISK_NEARLY_FULL, ProblemTexts.DEAD_LETTERS, ProblemTexts.DOOR_FAILS));
    Stream.of("db", "s3", "kafka", "standby", "sftp")
        .map(name -> ProblemTexts.outageOf(Dependency.of(name, false, "")))
        .forEach(texts::add);

    assertThat(texts).extracting(BoardRule.Text::code).doesNotHaveDuplicates();
    assertThat(texts)
        .allSatisfy(text -> assertThat(headings).contains("#" + text.runbook() + "\n"));
  }

  @Test
  void aNumberThatIsNotThereIsNoProblem() {
    MeterReader nothing = new MeterReader(new SimpleMeterRegistry());

    assertThat(BoardRules.ALL).noneMatch(rule -> rule.isBroken(nothing));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aNumberBeyondTheBoundIsAProblemAndOneWithinIsNone(BoardRule rule) {
    assertThat(rule.isBroken(reading(rule.meter(), beyond(rule.bound())))).isTrue();
    assertThat(rule.isBroken(reading(rule.meter(), within(rule.bound())))).isFalse();
  }

  private static double beyond(BoardRule.Bound bound) {
    return switch (bound.comparison()) {
      case ABOVE -> bound.threshold() + 1;
      case BELOW -> bound.threshold() - 1;
      case EQUAL -> bound.threshold();
    };
  }

  private static double within(BoardRule.Bound bound) {
    return bound.comparison() == BoardRule.Comparison.EQUAL ? 1 : bound.threshold();
  }

  private static MeterReader reading(String meter, double value) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    meters.gauge(meter, value);
    return new MeterReader(meters);
  }

  private static double product(String text) {
    return Stream.of(text.split("\\*")).mapToDouble(Double::parseDouble).reduce(1, (a, b) -> a * b);
  }

  private static Map<String, JsonNode> alerts() throws IOException {
    Map<String, JsonNode> alerts = new HashMap<>();
    new YAMLMapper()
        .readTree(Path.of("config", "alerts", "sluice.yaml").toFile())
        .findParents("alert")
        .forEach(rule -> alerts.put(rule.path("alert").asText(), rule));
    return alerts;
  }

  /** As GitHub makes anchors of headings. */
  private static String headings() throws IOException {
    StringBuilder anchors = new StringBuilder();
    for (String line : Files.readAllLines(Path.of("docs", "operations.md"))) {
      if (line.startsWith("## ")) {
        anchors
            .append('#')
            .append(
                line.substring(3)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-'))
            .append('\n');
      }
    }
    return anchors.toString();
  }
}
