package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.IORunnable;

/**
 * Streams a document's progress as server-sent events. There is one event for each change that was
 * noticed, a comment now and then in between, and {@code end} when nothing will follow. Reading
 * blocks until the next event.
 */
final class ProgressStream extends InputStream {

  private static final String COMMENT = ": nothing new\n\n";

  private final BlockingQueue<Progress> news = new LinkedBlockingQueue<>();
  private final ObjectMapper json;
  private final IORunnable flush;
  private final long heartbeatNanos;
  private final long endNanos;
  private Progress told;
  private InputStream event = InputStream.nullInputStream();
  private volatile boolean over;

  /**
   * Begins with the first progress, at once; whatever was read is flushed before the stream waits.
   */
  ProgressStream(Progress first, ProgressSettings settings, ObjectMapper json, IORunnable flush) {
    this.json = json;
    this.flush = flush;
    this.heartbeatNanos = settings.heartbeat().toNanos();
    this.endNanos = System.nanoTime() + settings.longest().toNanos();
    tell(first);
  }

  /**
   * Offers progress, unless it is the latest already; it replaces progress that was not read yet.
   */
  synchronized void tell(Progress progress) {
    if (!progress.equals(told)) {
      told = progress;
      news.clear();
      news.add(progress);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = event.read(target, offset, length);
    while (read < 0 && !over) {
      flush.run();
      event = nextEvent();
      read = event.read(target, offset, length);
    }
    return read;
  }

  /** Ends the stream for its reader, at once or after the current wait. */
  @Override
  public void close() {
    over = true;
    news.add(told);
  }

  private InputStream nextEvent() throws IOException {
    long left = endNanos - System.nanoTime();
    Progress next = await(Math.min(heartbeatNanos, left));
    if (next == null) {
      over = over || left <= heartbeatNanos;
    } else {
      over = over || next.isLast();
    }
    return bytes(next == null ? COMMENT : eventOf(next));
  }

  private String eventOf(Progress progress) {
    String name = progress.isLast() ? "end" : "progress";
    return "event: " + name + "\ndata: " + toJson(progress) + "\n\n";
  }

  private Progress await(long nanos) throws InterruptedIOException {
    try {
      return news.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private String toJson(Progress progress) {
    try {
      return json.writeValueAsString(progress);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("progress holds only plain values", e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
