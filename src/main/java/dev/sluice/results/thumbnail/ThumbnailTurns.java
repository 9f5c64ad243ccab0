package dev.sluice.results.thumbnail;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lets one caller at a time draw a document, and leaves parsers for other work. */
final class ThumbnailTurns {

  /** Number of locks that documents share; documents with the same one wait for each other. */
  private static final int STRIPES = 256;

  private final Semaphore[] documents =
      Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);
  private final Semaphore parsers;
  private final Duration wait;

  ThumbnailTurns(int atOnce, Duration wait) {
    this.parsers = new Semaphore(atOnce, true);
    this.wait = wait;
  }

  /** A turn to draw, held until it is closed. */
  interface DrawingTurn extends AutoCloseable {
    @Override
    void close();
  }

  /** Waits for the document's lock; throws {@link FailureException} with PARSER_BUSY. */
  DrawingTurn atDocument(DocumentId id) {
    return taken(documents[Math.floorMod(id.hashCode(), STRIPES)]);
  }

  /** Waits for one of the few places to draw; throws {@link FailureException} with PARSER_BUSY. */
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
