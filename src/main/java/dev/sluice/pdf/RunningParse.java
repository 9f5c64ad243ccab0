package dev.sluice.pdf;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Instant;
import java.util.Optional;

/** A parse that runs, seen and ended from other threads. */
public final class RunningParse {

  private final String name;
  private final PartialResult result;
  private volatile ParserFork fork;
  private volatile Instant inForkSince;
  private volatile FailureCode end;
  private volatile boolean endsAtPage;

  RunningParse(String name, PartialResult result) {
    this.name = name;
    this.result = result;
  }

  /** What its caller calls it. */
  public String name() {
    return name;
  }

  /** Since when a fork works on it; empty while it waits for one. */
  public Optional<Instant> inForkSince() {
    return Optional.ofNullable(inForkSince);
  }

  /** The page at hand. */
  public int page() {
    return result.next();
  }

  /**
   * Memory of its fork that is resident, in bytes; 0 without one, or if the system does not say.
   */
  public long residentBytes() {
    ParserFork at = fork;
    return at == null ? 0 : at.residentBytes();
  }

  /** Has it end with a failure: at once, which costs its fork, or after the page at hand. */
  void end(FailureCode why, boolean afterPage) {
    end = why;
    ParserFork at = fork;
    if (afterPage) {
      endsAtPage = true;
    } else if (at != null) {
      at.interrupt();
    }
  }

  /** A page is read: its fork is interrupted here if it was to end after it. */
  void pageDone() {
    ParserFork at = fork;
    if (endsAtPage && at != null) {
      at.interrupt();
    }
  }

  void enter(ParserFork fork) {
    this.inForkSince = Instant.now();
    this.fork = fork;
    if (end != null && !endsAtPage) {
      fork.interrupt();
    }
  }

  void leave() {
    fork = null;
    inForkSince = null;
  }

  /** Throws {@link FailureException} if it was ended. */
  void requireNotEnded() {
    if (end != null) {
      throw new FailureException(end, "The parse was ended at page " + page() + ".");
    }
  }
}
