package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All manifests have the fields that their kinds have, and no others. */
class ManifestSchemasTest {

  /** A folder with the schemas of custom resources: GROUP_VERSION_KIND.json. */
  private static final String SCHEMAS = System.getProperty("sluice.crds", "");

  @ParameterizedTest
  @EnumSource
  void kubernetesKnowsEachFieldOfItsOwnKinds(Overlay overlay) {
    assertThat(overlay.manifests().stream().filter(KubernetesKinds::include))
        .hasSizeGreaterThan(10)
        .allSatisfy(KubernetesKinds::parse);
  }

  @ParameterizedTest
  @EnumSource
  void eachOtherKindIsAnOperatorsAndKeepsItsSchema(Overlay overlay) {
    assumeTrue(
        !SCHEMAS.isEmpty() && Files.isDirectory(Path.of(SCHEMAS)),
        "there are no schemas: name their folder by -Dsluice.crds to run this test");

    assertThat(overlay.manifests().stream().filter(manifest -> !KubernetesKinds.include(manifest)))
        .allSatisfy(
            manifest ->
                assertThat(StructuralSchema.errors(manifest, schema(manifest)))
                    .as(manifest.toString())
                    .isEmpty());
  }

  @Test
  void anUnknownFieldAndAValueOfAnotherTypeAreErrors() {
    JsonNode deployment = Overlay.SMALL.named("Deployment", "doors").deepCopy();
    ((ObjectNode) deployment.at("/spec/template/spec/containers/0")).put("imagePullPolice", "x");
    assertThatThrownBy(() -> KubernetesKinds.parse(deployment))
        .hasStackTraceContaining("imagePullPolice");

    JsonNode other = Overlay.SMALL.named("Deployment", "doors").deepCopy();
    ((ObjectNode) other.at("/spec")).put("replicas", "two");
    assertThatThrownBy(() -> KubernetesKinds.parse(other)).hasStackTraceContaining("\"two\"");
    ((ObjectNode) other.at("/spec")).put("replicas", 2);
    ((ObjectNode) other.at("/metadata/labels")).put("app.kubernetes.io/version", 2);
    assertThatThrownBy(() -> KubernetesKinds.parse(other)).hasStackTraceContaining("coerce");
  }

  private static JsonNode schema(JsonNode manifest) {
    String name = KubernetesKinds.kind(manifest).replace('/', '_') + ".json";
    return Overlay.readFile(Path.of(SCHEMAS, name)).path("schema");
  }
}
