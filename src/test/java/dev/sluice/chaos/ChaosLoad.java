package dev.sluice.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Senders who try again until they are answered, some of them at once. */
final class ChaosLoad implements AutoCloseable {

  private static final int AT_ONCE = 16;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
  private final Set<Sending> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger retries = new AtomicInteger();
  private final Map<String, String> lastTrouble = new ConcurrentHashMap<>();

  /** Sends each when its time has come. */
  void begin(List<Sending> sendings, Instant start) {
    open.addAll(sendings);
    for (Sending sending : sendings) {
      Duration delay = Duration.between(Instant.now(), start.plus(sending.at()));
      schedule(sending, sending.papers(), delay);
    }
  }

  /** Those that were not answered yet. */
  Set<Sending> open() {
    return Set.copyOf(open);
  }

  /** Why a sending was not answered when it was last tried. */
  String trouble(Sending sending) {
    return lastTrouble.getOrDefault(sending.label(), "not tried yet");
  }

  int retries() {
    return retries.get();
  }

  private void schedule(Sending sending, List<CorpusPdf> left, Duration delay) {
    if (!threads.isShutdown()) {
      threads.schedule(() -> send(sending, left), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void send(Sending sending, List<CorpusPdf> left) {
    List<CorpusPdf> unanswered = left;
    try {
      unanswered = sending.door().send(sending, left);
    } catch (Exception noAnswer) {
      lastTrouble.put(sending.label(), noAnswer.toString());
    }
    if (unanswered.isEmpty()) {
      open.remove(sending);
    } else {
      retries.incrementAndGet();
      schedule(
          sending, unanswered, Duration.ofMillis(ThreadLocalRandom.current().nextInt(300, 1500)));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
