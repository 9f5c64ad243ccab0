package dev.sluice.failpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Reads from the route files the steps that a document may pass between a door and its end. These
 * are all steps reachable from where it is found, pieced together or received, from where its
 * tickets are taken, and from where overdue documents are found, errors included.
 */
public final class FlowSteps {

  private static final Predicate<String> SOURCE =
      Pattern.compile(
              "direct:(complete-upload|receive-document|receive-files)|sftp:.*|kafka:.*"
                  + "|timer:(poll-drop-bucket|sweep-overdue)")
          .asMatchPredicate();

  private final Map<String, Map<String, Object>> routes = new TreeMap<>(); // by what they are from
  private final Map<Object, Map<String, Object>> errors = new HashMap<>(); // by id
  private final Set<Object> seen = new HashSet<>();
  private final Set<String> steps = new LinkedHashSet<>();

  private FlowSteps() {}

  /** Their names, those of one route one after the other. */
  public static Set<String> in(Path folder) throws IOException {
    FlowSteps flow = new FlowSteps();
    flow.read(folder);
    flow.routes.keySet().stream().filter(SOURCE).forEach(flow::follow);
    return flow.steps;
  }

  private void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        List<Map<String, Map<String, Object>>> definitions =
            new Yaml().load(Files.readString(file));
        definitions.forEach(this::read);
      }
    }
  }

  private void read(Map<String, Map<String, Object>> definition) {
    definition.computeIfPresent("route", (kind, route) -> routes.put(source(route), route));
    definition.computeIfPresent("routeConfiguration", (kind, of) -> errors.put(of.get("id"), of));
  }

  private void follow(String source) {
    Map<String, Object> route = routes.get(source);
    followParts(route);
    followParts(errors.get(route.get("routeConfigurationId")));
  }

  private void followParts(Map<String, Object> definition) {
    if (seen.add(definition.get("id"))) {
      collect(definition.get("id").toString(), definition);
    }
  }

  /** What a definition is made of, however deep. */
  private void collect(String id, Object part) {
    if (part instanceof List<?> parts) {
      parts.forEach(each -> collect(id, each));
    } else if (part instanceof Map<?, ?> parts) {
      parts.forEach((kind, value) -> collect(id, kind, value));
    }
  }

  private void collect(String id, Object kind, Object value) {
    if (kind.equals("bean")) {
      add(Step.bean(id, text(value, "ref"), text(value, "method")));
    } else if (!kind.equals("to")) {
      collect(id, value);
    } else if (text(value, "uri").startsWith("direct:")) {
      follow(text(value, "uri"));
    } else {
      add(Step.to(id, text(value, "uri")));
    }
  }

  private void add(Step step) {
    if (!steps.add(step.toString())) {
      throw new IllegalStateException("two steps are called " + step);
    }
  }

  private static String source(Map<String, Object> route) {
    return text(route.get("from"), "uri");
  }

  private static String text(Object part, String key) {
    return ((Map<?, ?>) part).get(key).toString();
  }
}
