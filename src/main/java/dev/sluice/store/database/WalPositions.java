package dev.sluice.store.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Where the primary's write-ahead log ended at which time. Whoever has replayed a position knows
 * all that was written by then, whatever the clocks of the servers say.
 */
final class WalPositions {

  private record Seen(long nanos, long position) {}

  private final LongSupplier nanoTime;
  private final long behind;
  private final Deque<Seen> seen = new ArrayDeque<>();

  /**
   * Remembers positions.
   *
   * @param behind how long
   * @param nanoTime as {@link System#nanoTime}
   */
  WalPositions(Duration behind, LongSupplier nanoTime) {
    this.behind = behind.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * The time to give to {@link #add}: taken before the primary is asked, as it is never too new.
   */
  long now() {
    return nanoTime.getAsLong();
  }

  /** The primary's log ended here at this time or later. */
  synchronized void add(long nanos, long position) {
    seen.addLast(new Seen(nanos, position));
    forget();
  }

  /** What must be replayed to be no further behind than allowed; empty if nobody can tell. */
  synchronized OptionalLong required() {
    forget();
    return seen.isEmpty() ? OptionalLong.empty() : OptionalLong.of(seen.getFirst().position());
  }

  /** Whether who has replayed this position is no further behind than allowed. */
  boolean isNewEnough(long position) {
    OptionalLong required = required();
    return required.isPresent() && position >= required.getAsLong();
  }

  private void forget() {
    long now = now();
    while (!seen.isEmpty() && now - seen.getFirst().nanos() > behind) {
      seen.removeFirst();
    }
  }
}
