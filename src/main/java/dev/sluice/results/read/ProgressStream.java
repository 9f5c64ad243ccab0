package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.commons.io.function.IORunnable;

/**
 * Streams the progress of documents as server-sent events. There is one event for each change that
 * was noticed, a comment now and then in between, and {@code end} when nothing will follow of a
 * document. The stream ends when nothing will follow of any. Reading blocks until the next event.
 */
final class ProgressStream extends InputStream {

  private static final String COMMENT = ": nothing new\n\n";
  private static final String DONE = "event: done\ndata: {}\n\n";

  private final ReentrantLock lock = new ReentrantLock(); // a monitor would hold virtual threads
  private final Condition changed = lock.newCondition();
  private final Map<DocumentId, Progress> told = new HashMap<>();
  private final Map<DocumentId, Progress> news = new LinkedHashMap<>();
  private final boolean ofMany;
  private final ObjectMapper json;
  private final IORunnable flush;
  private final long heartbeatNanos;
  private final long endNanos;
  private InputStream event = InputStream.nullInputStream();
  private boolean closed;
  private boolean over;

  private ProgressStream(
      boolean ofMany, ProgressSettings settings, ObjectMapper json, IORunnable flush) {
    this.ofMany = ofMany;
    this.json = json;
    this.flush = flush;
    this.heartbeatNanos = settings.heartbeat().toNanos();
    this.endNanos = System.nanoTime() + settings.longest().toNanos();
  }

  /**
   * Begins with the first progress of one document, at once; whatever was read is flushed before
   * the stream waits.
   */
  static ProgressStream ofOne(
      Progress first, ProgressSettings settings, ObjectMapper json, IORunnable flush) {
    ProgressStream stream = new ProgressStream(false, settings, json, flush);
    stream.tell(List.of(first));
    return stream;
  }

  /** The same of many documents; {@code done} says that all have ended. */
  static ProgressStream ofMany(
      Collection<Progress> first, ProgressSettings settings, ObjectMapper json, IORunnable flush) {
    ProgressStream stream = new ProgressStream(true, settings, json, flush);
    stream.tell(first);
    return stream;
  }

  /** Offers progress, unless it is no news; it replaces progress that was not read yet. */
  void tell(Collection<Progress> latest) {
    lock.lock();
    try {
      for (Progress progress : latest) {
        if (progress.isNewsAfter(told.get(progress.id()))) {
          told.put(progress.id(), progress);
          news.put(progress.id(), progress);
        }
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The documents that it follows and that have not ended. */
  Set<DocumentId> unfinished() {
    lock.lock();
    try {
      return told.values().stream()
          .filter(progress -> !progress.isLast())
          .map(Progress::id)
          .collect(Collectors.toSet());
    } finally {
      lock.unlock();
    }
  }

  /** Whether it has told anything of a document. */
  boolean follows(DocumentId id) {
    lock.lock();
    try {
      return told.containsKey(id);
    } finally {
      lock.unlock();
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
      event = bytes(nextEvents());
      read = event.read(target, offset, length);
    }
    return read;
  }

  /** Ends the stream for its reader, at once or after the current wait. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private String nextEvents() throws IOException {
    lock.lock();
    try {
      long left = endNanos - System.nanoTime();
      await(Math.min(heartbeatNanos, left));
      if (closed || news.isEmpty()) {
        over = closed || left <= heartbeatNanos;
        return closed ? "" : COMMENT;
      }
      String events = news.values().stream().map(this::eventOf).collect(Collectors.joining());
      news.clear();
      over = told.values().stream().allMatch(Progress::isLast);
      return over && ofMany ? events + DONE : events;
    } finally {
      lock.unlock();
    }
  }

  private void await(long nanos) throws InterruptedIOException {
    try {
      long left = nanos;
      while (news.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private String eventOf(Progress progress) {
    String name = progress.isLast() ? "end" : "progress";
    return "event: " + name + "\ndata: " + toJson(progress) + "\n\n";
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
