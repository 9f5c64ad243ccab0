package dev.sluice.results.rendition;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureException;

/**
 * What was made of a page, or the reason why there is nothing.
 *
 * @param content a PNG or JSON, or null
 * @param failure why there is none, or null
 */
public record Rendition(byte[] content, Failure failure) {

  static Rendition of(byte[] content) {
    return new Rendition(content, null);
  }

  static Rendition of(Failure failure) {
    return new Rendition(null, failure);
  }

  /** The content; throws {@link FailureException} when there is none. */
  byte[] orThrow() {
    if (failure != null) {
      throw new FailureException(failure);
    }
    return content;
  }
}
