package dev.sluice.intake.http;

import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The threads that serve requests on Java 17: as many as there are requests at once, up to the
 * pool's size. One request more is served by the thread that took it in, which takes in less then.
 */
@Component
final class HttpThreads implements ThreadPoolTaskExecutorCustomizer {

  @Override
  public void customize(ThreadPoolTaskExecutor executor) {
    executor.setRejectedExecutionHandler(new CallerRunsPolicy());
  }
}
