package dev.sluice.pdf;

import static dev.sluice.model.failure.FailureCode.PARSER_STALLED;
import static dev.sluice.model.failure.FailureCode.PARSER_TIMEOUT;

import dev.sluice.model.failure.FailureCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Bites what takes too long in all or is silent for too long: one thread for all watches. */
final class Watchdog implements AutoCloseable {

  private final ScheduledExecutorService scheduler;

  Watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, task -> daemon(task, "parser-watchdog"));
    executor.setRemoveOnCancelPolicy(true);
    scheduler = executor;
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts both clocks; {@code bite} runs once when one of them has run down. */
  Watch watch(Duration total, Duration silence, Runnable bite) {
    Watch watch = new Watch(total.toNanos(), silence.toNanos(), bite);
    watch.check();
    return watch;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }

  private enum State {
    RUNNING,
    OUT_OF_TIME,
    SILENT,
    CLOSED
  }

  /** Two clocks on one piece of work, stopped by closing. */
  final class Watch implements AutoCloseable {

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final long totalNanos;
    private final long silenceNanos;
    private final Runnable bite;
    private final long start = System.nanoTime();
    private volatile long lastSign = start;

    private Watch(long totalNanos, long silenceNanos, Runnable bite) {
      this.totalNanos = totalNanos;
      this.silenceNanos = silenceNanos;
      this.bite = bite;
    }

    /** A sign of life: the silence starts again. */
    void sign() {
      lastSign = System.nanoTime();
    }

    /** Which clock ran down, if any. */
    Optional<FailureCode> verdict() {
      return switch (state.get()) {
        case OUT_OF_TIME -> Optional.of(PARSER_TIMEOUT);
        case SILENT -> Optional.of(PARSER_STALLED);
        case RUNNING, CLOSED -> Optional.empty();
      };
    }

    /** How long ago it began. */
    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
      state.compareAndSet(State.RUNNING, State.CLOSED);
    }

    private void check() {
      if (state.get() != State.RUNNING) {
        return;
      }
      long now = System.nanoTime();
      long totalLeft = totalNanos - (now - start);
      long silenceLeft = silenceNanos - (now - lastSign);
      if (totalLeft <= 0) {
        bite(State.OUT_OF_TIME);
      } else if (silenceLeft <= 0) {
        bite(State.SILENT);
      } else {
        scheduler.schedule(this::check, Math.min(totalLeft, silenceLeft), TimeUnit.NANOSECONDS);
      }
    }

    private void bite(State why) {
      if (state.compareAndSet(State.RUNNING, why)) {
        bite.run();
      }
    }
  }
}
