package dev.sluice.results.rendition;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets one caller at a time make a rendition, and leaves parsers for other work. */
final class RenditionTurns {

  /** Number of locks that renditions share; those with the same one wait for each other. */
  private static final int STRIPES = 256;

  private final Semaphore[] locks =
      Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
  private final Semaphore parsers;
  private final Duration wait;

  RenditionTurns(int atOnce, Duration wait) {
    this.parsers = new Semaphore(atOnce, true);
    this.wait = wait;
  }

  /** A turn to draw, held until it is closed. */
  interface RenditionTurn extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for the lock of a rendition; throws {@link FailureException} with PARSER_BUSY. */
  RenditionTurn at(RenditionKey key) {
    return taken(locks[Math.floorMod(key.etag().hashCode(), STRIPES)]);
  }

  /** Waits for one of the few places to draw; throws {@link FailureException} with PARSER_BUSY. */
  RenditionTurn atParser() {
    return taken(parsers);
  }

  private RenditionTurn taken(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new FailureException(
            FailureCode.PARSER_BUSY, "Too many pages are being drawn already.");
      }
      return semaphore::release;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(
          FailureCode.SHUTTING_DOWN, "Interrupted while waiting for a parser.", e);
    }
  }
}
