package dev.sluice.it;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A caller that uploads documents and lists them, one request after the other, until stopped. */
public final class SteadyTraffic implements AutoCloseable {

  private static final int ENOUGH = 20;

  private final ApiClient api;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  public SteadyTraffic(ApiClient api) {
    this.api = api;
    thread.execute(this::send);
  }

  /** The ids of the documents that got a receipt. */
  public Queue<String> received() {
    return received;
  }

  /** Requests that were not answered as they should. */
  public Queue<String> failures() {
    return failures;
  }

  /** Waits until it has gone on for a while. */
  public void awaitMore() {
    int before = received.size();
    Awaitility.await().until(() -> received.size() > before + ENOUGH);
  }

  /** Sends nothing more, and waits for the last answer. */
  public void stop() throws InterruptedException {
    over.set(true);
    thread.shutdown();
    if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError("a request is still not answered");
    }
  }

  private void send() {
    while (!over.get()) {
      try {
        Answer receipt = api.upload(Pdfs.withText("while replicas change " + UUID.randomUUID()));
        if (receipt.status() == 202) {
          received.add(receipt.text("id"));
        } else {
          failures.add("upload " + receipt.status());
        }
        Answer list = api.get("/api/v1/documents?limit=1");
        lists.incrementAndGet();
        if (list.status() != 200) {
          failures.add("list " + list.status());
        }
      } catch (Exception e) {
        failures.add(e.toString());
      }
    }
  }

  @Override
  public void close() {
    over.set(true);
    thread.shutdownNow();
  }

  @Override
  public String toString() {
    return received.size() + " uploads, " + lists + " lists, failures " + failures;
  }
}
