package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.it.ApiClient;
import dev.sluice.it.LoadBalancer;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.ReleaseBefore;
import dev.sluice.it.SteadyTraffic;
import dev.sluice.it.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica of the release before beside one of this commit, on the same servers. */
@Tag("proof")
class UpgradeIT {

  private static final int OLD = 0;
  private static final int NEW = 1;

  @TempDir Path folder;

  private List<String> releaseBefore;

  @BeforeEach
  void build() throws Exception {
    assumeTrue(Files.exists(LoadBalancer.PROGRAM), "haproxy is not installed");
    releaseBefore = ReleaseBefore.arguments();
  }

  @Test
  void oldAndNewWorkSideBySideAndTheOldOneAgainAfterTheNew() throws Exception {
    // Given
    try (ProductionSluice before = new ProductionSluice(folder);
        ProductionSluice after = before.replica(folder.resolve("after"));
        LoadBalancer balancer = new LoadBalancer(folder, List.of(before, after))) {
      balancer.drain(NEW);
      before.startWith(releaseBefore).awaitServing();
      balancer.use(OLD);
      ApiClient api = new ApiClient(balancer.address(), TestServers.API_KEY);
      try (SteadyTraffic traffic = new SteadyTraffic(api)) {
        traffic.awaitMore();
        String schemaBefore = schemaVersion(before);

        // When: the upgrade
        after.startPacked().awaitServing();
        String schemaAfter = schemaVersion(before);
        traffic.awaitMore();
        balancer.use(NEW);
        traffic.awaitMore();
        stop(before, balancer, OLD);
        traffic.awaitMore();

        // When: the way back
        before.startWith(releaseBefore).awaitServing();
        balancer.use(OLD);
        traffic.awaitMore();
        stop(after, balancer, NEW);
        traffic.awaitMore();
        traffic.stop();

        // Then
        System.out.printf(
            "UpgradeIT: %s to this, schema %s to %s: %s%n",
            ReleaseBefore.revision(), schemaBefore, schemaAfter, traffic);
        assertThat(traffic.failures()).isEmpty();
        for (String id : traffic.received()) {
          assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
        }
        assertThat(completions(before))
            .as("every document with a receipt, once")
            .containsExactlyInAnyOrderElementsOf(traffic.received());
        assertThat(errors(before)).isEmpty();
        assertThat(errors(after)).isEmpty();
      }
    }
  }

  private static void stop(ProductionSluice replica, LoadBalancer balancer, int number)
      throws InterruptedException {
    balancer.drain(number);
    replica.terminate();
    assertThat(replica.awaitExit(Duration.ofMinutes(1))).isEqualTo(143);
  }

  private static String schemaVersion(ProductionSluice replica) {
    return replica
        .database()
        .sql("SELECT max(version::integer)::text FROM flyway_schema_history")
        .query(String.class)
        .single();
  }

  private static List<String> completions(ProductionSluice replica) {
    return replica
        .database()
        .sql("SELECT document_id::text FROM document_event WHERE to_state = 'completed'")
        .query(String.class)
        .list();
  }

  private static List<String> errors(ProductionSluice replica) {
    return replica.log().lines().filter(line -> line.contains(" ERROR ")).toList();
  }
}
