package dev.sluice.chaos;

import dev.sluice.chaos.Disturbance.Kind;
import dev.sluice.fixture.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries out the plan, and repairs everything again. Disturbances of one target wait for each
 * other.
 */
final class Disturber {

  private static final int SLOW_BYTES = 20_000; // a second
  private static final int SLOW_MILLIS = 30;

  private final Rig rig;
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private Duration longestRecovery = Duration.ZERO;

  Disturber(Rig rig) {
    this.rig = rig;
  }

  /** Begins; the future ends when everything is healed and serves, or fails if it does not. */
  Future<?> begin(ChaosPlan plan, Instant start) {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(12);
    List<Future<?>> all = new ArrayList<>();
    for (Disturbance disturbance : plan.disturbances()) {
      long delay = Duration.between(Instant.now(), start.plus(disturbance.at())).toMillis();
      all.add(
          threads.schedule(
              () -> {
                disturb(disturbance);
                return null;
              },
              delay,
              TimeUnit.MILLISECONDS));
    }
    threads.shutdown();
    return Executors.newSingleThreadExecutor(Disturber::daemon)
        .submit(
            () -> {
              for (Future<?> one : all) {
                one.get();
              }
              return null;
            });
  }

  Map<Kind, Integer> counts() {
    return counts;
  }

  /** From the start of a killed part until it served. */
  synchronized Duration longestRecovery() {
    return longestRecovery;
  }

  private void disturb(Disturbance disturbance) throws Exception {
    List<Lock> held = lock(disturbance);
    try {
      System.out.println(disturbance);
      count(disturbance.kind());
      switch (disturbance.kind()) {
        case KILL -> kill(disturbance);
        case FREEZE -> freeze(disturbance);
        case FILL_DISK -> fillDisk(disturbance);
        case CUT, SLOW, STALL -> impede(disturbance);
      }
    } finally {
      held.forEach(Lock::unlock);
    }
    if (disturbance.kind() == Kind.KILL) {
      noteRecovery(disturbance.target());
    }
  }

  private void kill(Disturbance disturbance) throws Exception {
    if (disturbance.target().equals(ChaosPlan.PARSERS)) {
      rig.parsers().forEach(ProcessHandle::destroyForcibly);
      return;
    }
    List<String> victims = runningOf(disturbance.target());
    victims.forEach(rig::kill);
    pause(disturbance);
    for (String victim : victims) {
      rig.start(victim);
    }
  }

  private void freeze(Disturbance disturbance) throws Exception {
    List<ProcessHandle> victims =
        disturbance.target().equals(ChaosPlan.PARSERS)
            ? rig.parsers()
            : rig.part(disturbance.target()).processes();
    Signals.freeze(victims);
    try {
      pause(disturbance);
    } finally {
      Signals.thaw(victims);
    }
  }

  private void fillDisk(Disturbance disturbance) throws Exception {
    Disk disk = rig.disk(disturbance.target());
    List<ProcessHandle> users = new ArrayList<>();
    for (ProcessHandle application : rig.part(disturbance.target()).processes()) {
      users.add(application);
      application.children().forEach(users::add);
    }
    disk.fill(users);
    try {
      pause(disturbance);
    } finally {
      disk.free(users);
    }
  }

  private void impede(Disturbance disturbance) throws InterruptedException {
    TcpProxy line = rig.line(disturbance.target());
    switch (disturbance.kind()) {
      case CUT -> line.cut();
      case SLOW -> line.slow(SLOW_BYTES, SLOW_MILLIS);
      default -> line.stall();
    }
    try {
      pause(disturbance);
    } finally {
      line.heal();
    }
  }

  private void noteRecovery(String target) {
    if (target.equals(ChaosPlan.PARSERS)) {
      return;
    }
    Instant begun = Instant.now();
    runningOf(target).forEach(rig::awaitServing);
    Duration took = Duration.between(begun, Instant.now());
    System.out.printf("          %s serves again after %.1f s%n", target, took.toMillis() / 1000.0);
    synchronized (this) {
      longestRecovery = took.compareTo(longestRecovery) > 0 ? took : longestRecovery;
    }
  }

  /** The second application may be late; then nothing starts it here. */
  private List<String> runningOf(String target) {
    return partsOf(target).stream().filter(rig::isWanted).toList();
  }

  private static List<String> partsOf(String target) {
    return target.equals(ChaosPlan.BOTH)
        ? List.of(ChaosPlan.FIRST, ChaosPlan.SECOND)
        : List.of(target);
  }

  /** Those of parts, or of the line to one; always in the same order. */
  private List<Lock> lock(Disturbance disturbance) {
    boolean line =
        switch (disturbance.kind()) {
          case CUT, SLOW, STALL -> true;
          default -> false;
        };
    List<Lock> needed =
        partsOf(disturbance.target()).stream()
            .map(
                part ->
                    locks.computeIfAbsent((line ? "line " : "") + part, n -> new ReentrantLock()))
            .map(Lock.class::cast)
            .toList();
    needed.forEach(Lock::lock);
    return needed;
  }

  private synchronized void count(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  private static void pause(Disturbance disturbance) throws InterruptedException {
    Thread.sleep(disturbance.lasts().toMillis());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "disturbances");
    thread.setDaemon(true);
    return thread;
  }
}
