package dev.sluice.intake.admission;

import java.time.Instant;

/**
 * The capacity that one document takes while it comes in; closing gives it back. Not thread-safe.
 */
public final class Credit implements AutoCloseable {

  private final Admission admission;
  private final Instant since;
  private long promised;
  private long received;
  private boolean closed;

  Credit(Admission admission, Instant since, long promised) {
    this.admission = admission;
    this.since = since;
    this.promised = promised;
  }

  /** For what lies in something that has a credit: it takes no room of its own. */
  public static Credit covered() {
    Credit credit = new Credit(null, null, Long.MAX_VALUE);
    credit.received = Long.MAX_VALUE;
    credit.closed = true;
    return credit;
  }

  /**
   * Makes sure that it covers this many bytes, all of which have come. Throws {@link
   * dev.sluice.model.failure.FailureException} if there is no room for more.
   */
  public void cover(long size) {
    if (size > received) {
      admission.grow(this, size);
      received = size;
      promised = Math.max(promised, size);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      admission.leave(this);
    }
  }

  Instant since() {
    return since;
  }

  /** Bytes that were announced, or more if more have come. */
  long promised() {
    return promised;
  }

  long received() {
    return received;
  }
}
