package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@RunningSluice
@EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "later ones have virtual threads")
class HttpThreadsIT {

  private static final int KEPT = 8;
  private static final int OF_OTHERS = 4; // requests of earlier tests that still end

  @LocalServerPort int port;
  @Autowired ThreadPoolTaskExecutor threads;

  @Test
  void requestsOneAfterTheOtherNeedNoThreadEach() {
    // Given
    ApiClient api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
    int before = threads.getPoolSize();

    // When
    for (int request = 0; request < 100; request++) {
      assertThat(api.get("/api/v1/documents?limit=1").status()).isEqualTo(200);
    }

    // Then
    assertThat(threads.getPoolSize()).isLessThanOrEqualTo(Math.max(before, KEPT) + OF_OTHERS);
  }
}
