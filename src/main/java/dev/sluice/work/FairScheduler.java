package dev.sluice.work;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lends a limited number of places to work at to the queues, by their weights. The algorithm is
 * start-time fair queueing (Goyal, Vin, Cheng 1996): the heavier a queue, the sooner its turn, and
 * none waits for ever.
 */
final class FairScheduler {

  private static final long LAP = 1_000_000;

  private record Turn(long start, long arrival) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Turn> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Turn::start).thenComparing(Turn::arrival));
  private final Map<WorkQueue, Long> finishOfLast = new EnumMap<>(WorkQueue.class);
  private int free;
  private long now;
  private long arrivals;

  FairScheduler(int places) {
    free = places;
  }

  /** Waits for a place; whoever gets it gives it back by {@link #leave}. */
  void enter(WorkQueue queue) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Turn turn = nextTurn(queue);
      waiting.add(turn);
      try {
        while (free == 0 || waiting.peek() != turn) {
          changed.await();
        }
        free--;
        now = turn.start();
      } finally {
        waiting.remove(turn);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      free++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private Turn nextTurn(WorkQueue queue) {
    long start = Math.max(now, finishOfLast.getOrDefault(queue, 0L));
    finishOfLast.put(queue, start + LAP / queue.weight());
    return new Turn(start, arrivals++);
  }
}
