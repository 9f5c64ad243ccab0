package dev.sluice.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

class HttpThreadsTest {

  private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
  private final CountDownLatch served = new CountDownLatch(1);

  @BeforeEach
  void start() {
    executor.setCorePoolSize(1);
    executor.setMaxPoolSize(2);
    executor.setQueueCapacity(0);
    new HttpThreads().customize(executor);
    executor.initialize();
  }

  @AfterEach
  void stop() {
    served.countDown();
    executor.shutdown();
  }

  @Test
  void aRequestThatFindsAllThreadsBusyIsServedByTheThreadThatTookItIn() {
    // Given
    CompletableFuture<Void> one = CompletableFuture.runAsync(this::awaitServed, executor);
    CompletableFuture<Void> two = CompletableFuture.runAsync(this::awaitServed, executor);

    // When
    Thread third = CompletableFuture.supplyAsync(Thread::currentThread, executor).join();

    // Then
    assertThat(third).isSameAs(Thread.currentThread());
    assertThat(one).isNotDone();
    assertThat(two).isNotDone();
  }

  private void awaitServed() {
    try {
      served.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
