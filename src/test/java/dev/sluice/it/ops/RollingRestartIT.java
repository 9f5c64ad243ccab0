package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.it.ApiClient;
import dev.sluice.it.LoadBalancer;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.SteadyTraffic;
import dev.sluice.it.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas behind a load balancer that are restarted one by one, as for an upgrade. */
@Tag("proof")
class RollingRestartIT {

  private static final int REPLICAS = 3;

  @TempDir Path folder;

  @Test
  void noRequestFailsAndNoDocumentIsLost() throws Exception {
    assumeTrue(Files.exists(LoadBalancer.PROGRAM), "haproxy is not installed");
    List<ProductionSluice> replicas = replicas();
    try (LoadBalancer balancer = new LoadBalancer(folder, replicas)) {
      for (int n = 0; n < REPLICAS; n++) {
        balancer.awaitUp(n);
      }
      ApiClient api = new ApiClient(balancer.address(), TestServers.API_KEY);
      try (SteadyTraffic traffic = new SteadyTraffic(api)) {
        traffic.awaitMore();

        // When
        for (int n = 0; n < REPLICAS; n++) {
          ProductionSluice replica = replicas.get(n);
          balancer.drain(n);
          replica.terminate();
          assertThat(replica.awaitExit(Duration.ofMinutes(1))).isEqualTo(143);
          replica.start().awaitServing();
          balancer.use(n);
          traffic.awaitMore();
        }
        traffic.stop();

        // Then
        System.out.println("RollingRestartIT: " + traffic);
        assertThat(traffic.failures()).isEmpty();
        for (String id : traffic.received()) {
          assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
        }
        assertThat(
                replicas
                    .get(0)
                    .database()
                    .sql("SELECT count(*) FROM document")
                    .query(Integer.class)
                    .single())
            .isEqualTo(traffic.received().size());
      }
    } finally {
      for (ProductionSluice replica : replicas) {
        replica.close();
      }
    }
  }

  private List<ProductionSluice> replicas() throws Exception {
    List<ProductionSluice> replicas = new ArrayList<>();
    replicas.add(new ProductionSluice(folder));
    while (replicas.size() < REPLICAS) {
      replicas.add(replicas.get(0).replica(folder.resolve("replica" + replicas.size())));
    }
    for (ProductionSluice replica : replicas) {
      replica.start().awaitServing();
    }
    return replicas;
  }
}
