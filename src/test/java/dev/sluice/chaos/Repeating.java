package dev.sluice.chaos;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Repeats a task however often it fails, because the system that it looks at may be down. */
final class Repeating implements AutoCloseable {

  private final ScheduledExecutorService thread;

  /** What is done. */
  interface Task {
    void run() throws Exception;
  }

  Repeating(String name, Duration pause, Task task) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, name);
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(() -> attempt(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(Task task) {
    try {
      task.run();
    } catch (Exception down) {
      // next time
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
