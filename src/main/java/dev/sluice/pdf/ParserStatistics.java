package dev.sluice.pdf;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the parsers are doing, readable at any time from any thread. */
public final class ParserStatistics {

  private final int size;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger alive = new AtomicInteger();
  private final Map<RestartReason, LongAdder> restarts = new EnumMap<>(RestartReason.class);

  ParserStatistics(int size) {
    this.size = size;
    for (RestartReason reason : RestartReason.values()) {
      restarts.put(reason, new LongAdder());
    }
  }

  /** How many forks there should be. */
  public int size() {
    return size;
  }

  /** How many of them work on a document. */
  public int busy() {
    return busy.get();
  }

  /** How many of them there are, the starting ones included. */
  public int alive() {
    return alive.get();
  }

  /** How many were replaced for this reason since the start. */
  public long restarts(RestartReason reason) {
    return restarts.get(reason).sum();
  }

  void lent() {
    busy.incrementAndGet();
  }

  void returned() {
    busy.decrementAndGet();
  }

  void started() {
    alive.incrementAndGet();
  }

  void ended() {
    alive.decrementAndGet();
  }

  void restarted(RestartReason reason) {
    restarts.get(reason).increment();
  }
}
