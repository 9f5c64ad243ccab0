package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.LoadBalancer;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas behind a load balancer that are restarted one by one, as for an upgrade. */
@Tag("proof")
class RollingRestartIT {

  private static final int REPLICAS = 3;
  private static final int SENDERS = 1;

  @TempDir Path folder;

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void noRequestFailsAndNoDocumentIsLost() throws Exception {
    assumeTrue(Files.exists(LoadBalancer.PROGRAM), "haproxy is not installed");
    List<ProductionSluice> replicas = replicas();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try (LoadBalancer balancer = new LoadBalancer(folder, replicas)) {
      for (int n = 0; n < REPLICAS; n++) {
        balancer.awaitUp(n);
      }
      ApiClient api = new ApiClient(balancer.address(), TestServers.API_KEY);
      for (int n = 0; n < SENDERS; n++) {
        senders.execute(() -> send(api));
      }
      awaitTraffic();

      // When
      for (int n = 0; n < REPLICAS; n++) {
        ProductionSluice replica = replicas.get(n);
        balancer.drain(n);
        replica.terminate();
        assertThat(replica.awaitExit(Duration.ofMinutes(1))).isEqualTo(143);
        replica.start().awaitServing();
        balancer.use(n);
        awaitTraffic();
      }
      over.set(true);
      senders.shutdown();
      assertThat(senders.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

      // Then
      System.out.println(
          "RollingRestartIT: " + received.size() + " uploads, " + lists + " lists, " + failures);
      assertThat(failures).isEmpty();
      for (String id : received) {
        assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
      }
      assertThat(
              replicas.get(0).database().sql("SELECT count(*) FROM document").query(Integer.class))
          .extracting(count -> count.single())
          .isEqualTo(received.size());
    } finally {
      senders.shutdownNow();
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

  private void send(ApiClient api) {
    while (!over.get()) {
      try {
        Answer receipt = api.upload(Pdfs.withText("while replicas change " + UUID.randomUUID()));
        if (receipt.status() == 202) {
          received.add(receipt.text("id"));
        } else {
          failures.add("upload " + receipt.status());
        }
        Answer list = api.get("/api/v1/documents?limit=1");
        lists.incrementAndGet();
        if (list.status() != 200) {
          failures.add("list " + list.status());
        }
      } catch (Exception e) {
        failures.add(e.toString());
      }
    }
  }

  private void awaitTraffic() {
    int before = received.size();
    Awaitility.await().until(() -> received.size() > before + 20);
  }
}
