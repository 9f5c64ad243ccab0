package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.AtOnce;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FairSchedulerTest {

  private static final int EACH = 24;

  private final List<WorkQueue> served = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whileAllQueuesWaitEachGetsItsShareAndNoneWaitsForEver() throws Exception {
    // Given: the only place is taken, and all queues wait for it
    FairScheduler scheduler = new FairScheduler(1);
    scheduler.enter(WorkQueue.INTERACTIVE);
    List<CompletableFuture<?>> workers = new ArrayList<>();
    for (WorkQueue queue : WorkQueue.values()) {
      for (int n = 0; n < EACH; n++) {
        workers.add(AtOnce.start(() -> serve(scheduler, queue)));
      }
    }
    Awaitility.await().until(() -> scheduler.waiting() == workers.size());

    // When
    scheduler.leave();
    workers.forEach(CompletableFuture::join);

    // Then: of the first 17, by their weights of 8, 4, 2, 2 and 1, within one
    Map<WorkQueue, Integer> first = new EnumMap<>(WorkQueue.class);
    served.subList(0, 17).forEach(queue -> first.merge(queue, 1, Integer::sum));
    assertThat(first.get(WorkQueue.INTERACTIVE)).isBetween(7, 9);
    assertThat(first.get(WorkQueue.BULK)).isBetween(3, 5);
    assertThat(first.get(WorkQueue.BACKLOG)).isBetween(1, 3);
    assertThat(first.get(WorkQueue.PARTS)).isBetween(1, 3);
    assertThat(first.get(WorkQueue.RETRY)).isBetween(1, 2);
    assertThat(served).hasSize(EACH * WorkQueue.values().length);
  }

  @Test
  void aQueueThatWaitsAloneGetsAllPlaces() throws Exception {
    FairScheduler scheduler = new FairScheduler(3);

    for (int n = 0; n < 3; n++) {
      scheduler.enter(WorkQueue.BACKLOG);
    }

    assertThat(scheduler.waiting()).isZero();
  }

  @Test
  void aQueueThatWasIdleHasNoClaimOnThePast() throws Exception {
    // Given: the backlog had all places for long
    FairScheduler scheduler = new FairScheduler(1);
    for (int n = 0; n < 100; n++) {
      scheduler.enter(WorkQueue.BACKLOG);
      scheduler.leave();
    }
    scheduler.enter(WorkQueue.BACKLOG);

    // When: a retry and a further one of the backlog come
    AtomicInteger turn = new AtomicInteger();
    CompletableFuture<Integer> backlog =
        AtOnce.start(() -> turnOf(scheduler, WorkQueue.BACKLOG, turn));
    Awaitility.await().until(() -> scheduler.waiting() == 1);
    List<CompletableFuture<Integer>> retries = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      retries.add(AtOnce.start(() -> turnOf(scheduler, WorkQueue.RETRY, turn)));
    }
    Awaitility.await().until(() -> scheduler.waiting() == 5);
    scheduler.leave();

    // Then: the idle queue comes soon, but not with all it has before the other
    assertThat(backlog.join()).isLessThan(3);
    assertThat(retries.stream().map(CompletableFuture::join)).contains(4);
  }

  private Void serve(FairScheduler scheduler, WorkQueue queue) {
    enter(scheduler, queue);
    served.add(queue);
    scheduler.leave();
    return null;
  }

  private static Integer turnOf(FairScheduler scheduler, WorkQueue queue, AtomicInteger turn) {
    enter(scheduler, queue);
    int mine = turn.getAndIncrement();
    scheduler.leave();
    return mine;
  }

  private static void enter(FairScheduler scheduler, WorkQueue queue) {
    try {
      scheduler.enter(queue);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
