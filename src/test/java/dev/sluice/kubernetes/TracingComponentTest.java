package dev.sluice.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doors and workers reach the collector that the tracing component names, and no other has one. */
class TracingComponentTest {

  private static final String URL = "SLUICE_TRACING_URL";

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITH_OPTIONS")
  void withoutTheComponentNothingIsTraced(Overlay overlay) {
    assertThat(overlay.all(Deployment.class))
        .noneMatch(deployment -> overlay.environment(deployment).containsKey(URL));
  }

  @Test
  void thePolicyOpensTheNamespaceAndThePortOfTheCollector() {
    Overlay overlay = Overlay.WITH_OPTIONS;
    JsonNode way = overlay.named("NetworkPolicy", "sluice-to-collector").at("/spec/egress/0");

    assertThat(overlay.all(Deployment.class))
        .hasSize(2)
        .allSatisfy(
            deployment -> {
              URI collector = URI.create(overlay.environment(deployment).get(URL));
              assertThat(collector.getHost())
                  .endsWith(
                      "."
                          + way.at("/to/0/namespaceSelector/matchLabels")
                              .path("kubernetes.io/metadata.name")
                              .asText());
              assertThat(collector.getPort()).isEqualTo(way.at("/ports/0/port").asInt());
            });
  }
}
