package dev.sluice.pdf;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lends forks, one document each, and replaces in the background what died or has served. */
final class ParserPool implements AutoCloseable {

  private static final int STOP_SECONDS = 10;
  private static final int LOOK_AGAIN_MILLIS = 200;
  private static final Duration PING_TIME = Duration.ofSeconds(2);

  /** A way to come by a fork: one that is ready, or one more attempt to start one. */
  private interface Slot {
    ParserFork take() throws IOException;
  }

  private interface Wait {
    Slot forSlot() throws InterruptedException;
  }

  private final ForkLauncher launcher;
  private final Watchdog watchdog;
  private final Duration startTime;
  private final ParserSettings settings;
  private final ParserStatistics statistics;
  private final BlockingQueue<Slot> slots = new LinkedBlockingQueue<>();
  private final Set<ParserFork> alive = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor starters =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Watchdog.daemon(task, "parser-starter"),
          new ThreadPoolExecutor.DiscardPolicy()); // once closed, nothing is to be started
  private volatile boolean closed;

  ParserPool(
      ForkLauncher launcher,
      Watchdog watchdog,
      Duration startTime,
      ParserSettings settings,
      ParserStatistics statistics) {
    this.launcher = launcher;
    this.watchdog = watchdog;
    this.startTime = startTime;
    this.settings = settings;
    this.statistics = statistics;
    for (int fork = 0; fork < statistics.size(); fork++) {
      starters.execute(this::fillSlot);
    }
  }

  /**
   * Waits for a free fork. Throws {@link FailureException} with PARSER_UNAVAILABLE when none can be
   * started and SHUTTING_DOWN when the pool is closed.
   */
  ParserFork borrow() {
    return take(nextSlot(slots::take));
  }

  /** The same for a parse, which may be ended meanwhile; throws the failure with which it was. */
  ParserFork borrow(RunningParse parse) {
    return take(
        nextSlot(
            () -> {
              Slot slot = null;
              while (slot == null) {
                parse.requireNotEnded();
                slot = slots.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
              }
              return slot;
            }));
  }

  /**
   * Waits for a free fork up to a time, then throws {@link FailureException} with PARSER_BUSY, too.
   */
  ParserFork borrow(Duration wait) {
    return take(nextSlot(() -> slots.poll(wait.toNanos(), TimeUnit.NANOSECONDS)));
  }

  private ParserFork take(Slot slot) {
    try {
      ParserFork fork = slot.take();
      statistics.lent();
      return fork;
    } catch (IOException | RuntimeException e) {
      slots.add(this::start);
      requireOpen();
      throw new FailureException(FailureCode.PARSER_UNAVAILABLE, "A fork could not be started.", e);
    }
  }

  /** Takes a fork back, or replaces it. */
  void giveBack(ParserFork fork) {
    statistics.returned();
    RestartReason broken = fork.broken();
    if (broken == null && mayServeOn(fork)) {
      fork.rest();
      slots.add(() -> revived(fork));
    } else {
      replace(fork, broken == null ? RestartReason.RECYCLED : broken);
      starters.execute(this::fillSlot);
    }
  }

  private boolean mayServeOn(ParserFork fork) {
    return fork.documents() < settings.recycleAfter()
        && fork.residentBytes() <= settings.recycleAbove().bytes();
  }

  boolean isClosed() {
    return closed;
  }

  /** Kills every fork and turns away whoever waits for one. */
  @Override
  public void close() {
    closed = true;
    slots.add(this::start); // wakes a waiting borrower, who wakes the next
    alive.forEach(ParserFork::kill);
    starters.shutdown();
    try {
      starters.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    alive.forEach(this::end);
  }

  private Slot nextSlot(Wait wait) {
    requireOpen();
    try {
      Slot slot = wait.forSlot();
      if (closed && slot != null) {
        slots.add(slot);
      }
      requireOpen();
      if (slot == null) {
        throw new FailureException(FailureCode.PARSER_BUSY, "No parser was free for long enough.");
      }
      return slot;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(
          FailureCode.SHUTTING_DOWN, "Interrupted while waiting for a parser.", e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new FailureException(FailureCode.SHUTTING_DOWN, "The parsers are closed.");
    }
  }

  /** An idle fork may have died unnoticed, or stand still: that is no document's fault. */
  private ParserFork revived(ParserFork fork) throws IOException {
    if (fork.broken() == null
        && (!fork.isLongIdle() || fork.answers(watchdog.watch(PING_TIME, PING_TIME, fork::kill)))) {
      return fork;
    }
    replace(fork, fork.broken());
    return start();
  }

  private void fillSlot() {
    try {
      ParserFork fork = start();
      slots.add(() -> revived(fork));
    } catch (IOException | RuntimeException e) {
      // The next borrower tries again, and gets an error if that fails too.
      slots.add(this::start);
    }
  }

  private ParserFork start() throws IOException {
    ParserFork fork = launcher.launch();
    alive.add(fork);
    statistics.started();
    try (Watchdog.Watch watch = watchdog.watch(startTime, startTime, fork::kill)) {
      if (closed) {
        throw new IOException("closed");
      }
      fork.awaitReady();
      return fork;
    } catch (IOException e) {
      end(fork);
      throw e;
    }
  }

  private void replace(ParserFork fork, RestartReason reason) {
    if (!closed) {
      statistics.restarted(reason);
    }
    end(fork);
  }

  private void end(ParserFork fork) {
    if (alive.remove(fork)) {
      statistics.ended();
    }
    fork.close();
  }
}
