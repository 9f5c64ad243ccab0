package dev.sluice.work.parsing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps consumers and a fork free for whoever is quick, while several owners are there. Work is
 * slow if it is a later attempt, or has been in a fork for long; so is its owner as long as there
 * is any. While others are there, slow owners' work goes to the retry lanes, out of the way of
 * first attempts, and takes all forks but one; the only fork it takes in turns. What is in the way
 * has to yield. An owner that is alone may have everything. Thread-safe.
 */
final class ForkSharing {

  /** After this time in a fork, work is slow. */
  static final Duration LONG = Duration.ofSeconds(10);

  /** The same, while its owner has more to do and others wait. */
  static final Duration LONG_OF_MANY = Duration.ofSeconds(5);

  /** For this time an owner counts as slow, or others as there, after they were last seen so. */
  static final Duration REMEMBERED = Duration.ofSeconds(60);

  /** For this time others count as waiting after they were seen to wait. */
  static final Duration SEEN = Duration.ofSeconds(5);

  /** Number of times that work yields the only fork; then it stays, so that it comes to its end. */
  static final int YIELDS = 3;

  /** Longest time in which slow work gets no turn at the only fork. */
  static final Duration TURN = Duration.ofSeconds(30);

  /** A place at the forks: work that has begun, or may begin. */
  static final class Seat {
    private final String owner;
    private final boolean isLater;

    private Seat(String owner, boolean isLater) {
      this.owner = owner;
      this.isLater = isLater;
    }
  }

  /**
   * Work that waits for a fork or is in one.
   *
   * @param isLater whether it was tried before, and has not begun anew since
   * @param attempts that were begun, with this one
   * @param inForkSince null while it waits for one
   */
  record Running(String name, String owner, boolean isLater, int attempts, Instant inForkSince) {}

  private final int forks;
  private final InstantSource clock;
  private final List<Seat> seats = new ArrayList<>();
  private final Map<String, Instant> slowUntil = new HashMap<>();
  private final Map<String, Instant> firstsRefused = new HashMap<>();
  private Instant othersUntil = Instant.MIN;
  private Instant lastTurn = Instant.MIN;
  private Instant othersWaitUntil = Instant.MIN;

  ForkSharing(int forks, InstantSource clock) {
    this.forks = forks;
    this.clock = clock;
  }

  /**
   * A seat, to be given back by {@link #leave}; null if the work is to come again later, by a retry
   * lane.
   */
  synchronized Seat enter(String owner, boolean isLater, boolean isInLane) {
    Instant now = clock.instant();
    forget(now);
    boolean isSlow = isLater || isSlow(owner, now);
    if (!isSlow && !slowUntil.isEmpty()) {
      othersUntil = now.plus(REMEMBERED);
    }
    if (isSlow && now.isBefore(othersUntil) && !(isInLane && mayEnter(isLater, now))) {
      if (!isLater) {
        firstsRefused.put(owner, now);
      }
      return null;
    }
    if (isSlow) {
      lastTurn = now;
    }
    if (!isLater) {
      firstsRefused.remove(owner);
    }
    Seat seat = new Seat(owner, isLater);
    seats.add(seat);
    return seat;
  }

  private boolean mayEnter(boolean isLater, Instant now) {
    if (slowSeats(now) >= seatsOfSlow()) {
      return false;
    }
    if (now.isAfter(lastTurn.plus(TURN))) {
      return true;
    }
    boolean firstsGoFirst = isLater && !firstsRefused.isEmpty();
    return !firstsGoFirst && !(forks == 1 && now.isBefore(othersWaitUntil));
  }

  private long slowSeats(Instant now) {
    return seats.stream().filter(seat -> seat.isLater || isSlow(seat.owner, now)).count();
  }

  private int seatsOfSlow() {
    return Math.max(1, forks - 1);
  }

  synchronized void leave(Seat seat) {
    seats.remove(seat);
  }

  /** Whether it is worth asking who waits: something has been in a fork for more than a moment. */
  boolean hasLongWork(Collection<Running> running) {
    Instant now = clock.instant();
    return running.stream().anyMatch(work -> hasRunFor(work, LONG_OF_MANY, now));
  }

  /**
   * The work that has to yield now, by its names.
   *
   * @param running all that is here
   * @param waiting owners of documents that wait in a queue
   */
  synchronized List<String> toYield(Collection<Running> running, Set<String> waiting) {
    Instant now = clock.instant();
    forget(now);
    running.stream()
        .filter(work -> work.isLater() || isLong(work, running, waiting, now))
        .forEach(work -> slowUntil.put(work.owner(), now.plus(REMEMBERED)));
    if (waiting.stream().allMatch(owner -> isSlow(owner, now))) {
      return List.of();
    }
    othersUntil = now.plus(REMEMBERED);
    othersWaitUntil = now.plus(SEEN);
    return Stream.concat(
            firstsInTheWay(running, waiting, now), latersBeyondTheirSeats(running, now))
        .filter(work -> forks > 1 || work.attempts() <= YIELDS)
        .map(Running::name)
        .toList();
  }

  private Stream<Running> firstsInTheWay(
      Collection<Running> running, Set<String> waiting, Instant now) {
    return ofSlow(running, now)
        .filter(work -> !work.isLater())
        .filter(work -> work.inForkSince() == null || isLong(work, running, waiting, now));
  }

  /** Who has been in a fork for longest keeps it. */
  private Stream<Running> latersBeyondTheirSeats(Collection<Running> running, Instant now) {
    return ofSlow(running, now)
        .filter(Running::isLater)
        .sorted(
            Comparator.comparing(
                Running::inForkSince, Comparator.nullsLast(Comparator.naturalOrder())))
        .skip(forks - 1L);
  }

  private static boolean isLong(
      Running work, Collection<Running> running, Set<String> waiting, Instant now) {
    boolean hasMore =
        waiting.contains(work.owner())
            || running.stream().filter(other -> other.owner().equals(work.owner())).count() > 1;
    boolean othersWait = waiting.stream().anyMatch(owner -> !owner.equals(work.owner()));
    return hasRunFor(work, hasMore && othersWait ? LONG_OF_MANY : LONG, now);
  }

  private boolean isSlow(String owner, Instant now) {
    return slowUntil.getOrDefault(owner, Instant.MIN).isAfter(now);
  }

  private void forget(Instant now) {
    slowUntil.values().removeIf(now::isAfter);
    firstsRefused.values().removeIf(refused -> now.isAfter(refused.plus(TURN)));
  }

  private Stream<Running> ofSlow(Collection<Running> running, Instant now) {
    return running.stream().filter(work -> isSlow(work.owner(), now));
  }

  private static boolean hasRunFor(Running work, Duration time, Instant now) {
    return work.inForkSince() != null && !now.isBefore(work.inForkSince().plus(time));
  }
}
