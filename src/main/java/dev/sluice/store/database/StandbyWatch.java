package dev.sluice.store.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Looks after a standby in the background while the application runs. */
final class StandbyWatch implements SmartLifecycle {

  private static final long EVERY_MILLIS = 500;

  private final Standby standby;
  private volatile ScheduledExecutorService thread;

  StandbyWatch(Standby standby) {
    this.standby = standby;
  }

  @Override
  public void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread watch = new Thread(task, "standby-watch");
              watch.setDaemon(true);
              return watch;
            });
    thread.scheduleWithFixedDelay(standby::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    thread.shutdownNow();
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
