package dev.sluice.intake.http;

import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Configures the threads that serve requests on Java 17: one per request, up to the pool's size. A
 * further request is served by the thread that accepted it, which slows down the accepting of more.
 */
@Component
final class HttpThreads implements ThreadPoolTaskExecutorCustomizer {

  @Override
  public void customize(ThreadPoolTaskExecutor executor) {
    executor.setRejectedExecutionHandler(new CallerRunsPolicy());
  }
}
