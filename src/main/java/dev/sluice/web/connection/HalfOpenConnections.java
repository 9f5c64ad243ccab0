package dev.sluice.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The connections that have not sent a full header, and which of them are too many or too slow.
 * Thread-safe.
 *
 * @param <C> a connection
 */
final class HalfOpenConnections<C> {

  /** How long a connection may take in any case, in nanoseconds: a burst is not read at once. */
  static final long GRACE = 1_000_000_000L;

  private final ConcurrentMap<C, Wait> waits = new ConcurrentHashMap<>();
  private final HttpSettings settings;
  private final LongSupplier nanoTime;

  HalfOpenConnections(HttpSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /** Why a connection is closed. */
  enum Reason {
    TOO_MANY,
    TOO_SLOW
  }

  /** A connection to close. */
  record Overdue<C>(C connection, String address, Reason reason) {}

  /** A header that is not complete, with the reads of it that wait for a thread or have one. */
  private record Wait(String address, long since, int reads) {
    Wait with(int more) {
      return new Wait(address, since, Math.max(0, reads + more));
    }

    boolean isOfCaller() {
      return reads == 0;
    }
  }

  /** Notes that a header is awaited, since now if it was not awaited before. */
  void await(C connection, String address) {
    waits.putIfAbsent(connection, new Wait(address, nanoTime.getAsLong(), 0));
  }

  /** Notes that bytes have come: from now on the caller waits for this server. */
  void beginRead(C connection) {
    waits.computeIfPresent(connection, (same, wait) -> wait.with(1));
  }

  /** Notes that these bytes have been looked at. */
  void endRead(C connection) {
    waits.computeIfPresent(connection, (same, wait) -> wait.with(-1));
  }

  /** Notes that the header is complete, or that the connection is gone. */
  void complete(C connection) {
    waits.remove(connection);
  }

  /** Whether the caller is still to send the rest of a header. */
  boolean isAwaited(C connection) {
    Wait wait = waits.get(connection);
    return wait != null && wait.isOfCaller();
  }

  /** Forgets connections for which this is true. */
  void forget(Predicate<C> gone) {
    waits.keySet().removeIf(gone);
  }

  /** Those that took too long, and of each address the oldest of those that are too many. */
  List<Overdue<C>> overdue() {
    long now = nanoTime.getAsLong();
    List<Overdue<C>> overdue = new ArrayList<>();
    Map<String, List<Map.Entry<C, Wait>>> byAddress =
        waits.entrySet().stream()
            .filter(entry -> entry.getValue().isOfCaller())
            .collect(Collectors.groupingBy(entry -> entry.getValue().address()));
    byAddress.values().forEach(entries -> overdue.addAll(overdueOf(entries, now)));
    return overdue;
  }

  private List<Overdue<C>> overdueOf(List<Map.Entry<C, Wait>> entries, long now) {
    entries.sort(Comparator.comparingLong(entry -> entry.getValue().since() - now));
    long excess = settings.halfOpen() == 0 ? 0 : entries.size() - settings.halfOpen();
    List<Overdue<C>> overdue = new ArrayList<>();
    for (int n = 0; n < entries.size(); n++) {
      Wait wait = entries.get(n).getValue();
      long age = now - wait.since();
      if (age >= settings.headerWithin().toNanos()) {
        overdue.add(new Overdue<>(entries.get(n).getKey(), wait.address(), Reason.TOO_SLOW));
      } else if (n < excess && age >= GRACE) {
        overdue.add(new Overdue<>(entries.get(n).getKey(), wait.address(), Reason.TOO_MANY));
      }
    }
    return overdue;
  }
}
