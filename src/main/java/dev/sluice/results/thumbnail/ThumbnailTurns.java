package dev.sluice.results.thumbnail;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets a document be drawn by one caller at a time, and no more callers draw than leave parsers for
 * other work.
 */
final class ThumbnailTurns {

  /** Documents that share one wait for each other; more would only take memory. */
  private static final int STRIPES = 256;

  private final Semaphore[] documents =
      Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
  private final Semaphore parsers;
  private final Duration wait;

  ThumbnailTurns(int atOnce, Duration wait) {
    this.parsers = new Semaphore(atOnce, true);
    this.wait = wait;
  }

  /** A turn, until it is closed. */
  interface DrawingTurn extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits to be the only one at a document; throws {@link FailureException}: PARSER_BUSY. */
  DrawingTurn atDocument(DocumentId id) {
    return taken(documents[Math.floorMod(id.hashCode(), STRIPES)]);
  }

  /** Waits to be one of the few that draw; throws {@link FailureException}: PARSER_BUSY. */
  DrawingTurn atParser() {
    return taken(parsers);
  }

  private DrawingTurn taken(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new FailureException(
            FailureCode.PARSER_BUSY, "Too many thumbnails are being drawn already.");
      }
      return semaphore::release;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailureException(
          FailureCode.SHUTTING_DOWN, "Interrupted while waiting for a parser.", e);
    }
  }
}
