package dev.sluice.admission;

/** The room that one document takes while it comes in; closing gives it back. Not thread-safe. */
public final class Credit implements AutoCloseable {

  private final Admission admission;
  private long bytes;
  private boolean closed;

  Credit(Admission admission, long bytes) {
    this.admission = admission;
    this.bytes = bytes;
  }

  /** For what lies in something that has a credit: it takes no room of its own. */
  public static Credit covered() {
    Credit credit = new Credit(null, Long.MAX_VALUE);
    credit.closed = true;
    return credit;
  }

  /**
   * Makes sure that it covers this many bytes; throws {@link dev.sluice.failure.FailureException}
   * if there is no room for more.
   */
  public void cover(long size) {
    if (size > bytes) {
      admission.grow(size - bytes);
      bytes = size;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      admission.leave(bytes);
    }
  }
}
