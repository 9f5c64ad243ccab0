package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What kubectl makes of each folder below kustomize/overlays, and of components that none uses. */
enum Overlay {
  SMALL,
  MEDIUM,
  LARGE,
  MULTI_ZONE,
  WITH_OPTIONS("src/test/resources/kustomize/");

  private static final boolean KUBECTL = Programs.isThere("kubectl", "version", "--client");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final String folder;
  private List<JsonNode> manifests;

  Overlay() {
    this("kustomize/overlays/");
  }

  Overlay(String parent) {
    this.folder = parent + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All manifests; a test without kubectl is skipped. */
  synchronized List<JsonNode> manifests() {
    assumeTrue(KUBECTL, "there is no kubectl: install it to run this test");
    if (manifests == null) {
      manifests = read(Programs.output("kubectl", "kustomize", folder()));
    }
    return manifests;
  }

  String folder() {
    return folder;
  }

  /** Those of a kind, wherever its API group. */
  Stream<JsonNode> ofKind(String kind) {
    return manifests().stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
  }

  /** Those of a kind of Kubernetes' own, as its model has them. */
  <T extends HasMetadata> List<T> all(Class<T> type) {
    return ofKind(type.getSimpleName())
        .map(manifest -> type.cast(KubernetesKinds.parse(manifest)))
        .toList();
  }

  /** The one of a kind that has a name. */
  JsonNode named(String kind, String name) {
    return ofKind(kind)
        .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(this + " has no " + kind + " " + name));
  }

  /** Variables of a Deployment's container that have a value here, not in a Secret. */
  Map<String, String> environment(Deployment deployment) {
    Container container = deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    Map<String, String> variables = new TreeMap<>();
    container.getEnvFrom().stream()
        .filter(source -> source.getConfigMapRef() != null)
        .forEach(source -> variables.putAll(configMap(source.getConfigMapRef().getName())));
    container.getEnv().stream()
        .filter(variable -> variable.getValue() != null)
        .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
    return variables;
  }

  /** How many pods a Deployment may come to have. */
  int maxReplicas(Deployment deployment) {
    String name = deployment.getMetadata().getName();
    return Stream.of(
            targeting(name, "HorizontalPodAutoscaler", "/spec/maxReplicas"),
            targeting(name, "ScaledObject", "/spec/maxReplicaCount"),
            Stream.ofNullable(deployment.getSpec().getReplicas()))
        .flatMap(bounds -> bounds)
        .max(Integer::compare)
        .orElseThrow(() -> new AssertionError(name + " has neither replicas nor a scaler"));
  }

  private Stream<Integer> targeting(String name, String kind, String bound) {
    return ofKind(kind)
        .filter(scaler -> scaler.at("/spec/scaleTargetRef/name").asText().equals(name))
        .map(scaler -> scaler.at(bound).asInt());
  }

  private Map<String, String> configMap(String name) {
    return all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(this + " has no ConfigMap " + name))
        .getData();
  }

  static JsonNode readFile(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<JsonNode> read(String rendered) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
      List<JsonNode> manifests = documents.readAll();
      assertThat(manifests).as(rendered).hasSizeGreaterThan(10);
      return manifests;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
