package dev.sluice.results.thumbnail;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureException;

/**
 * A thumbnail, or the reason why there is none.
 *
 * @param png the picture, or null
 * @param failure why there is none, or null
 */
public record Thumbnail(byte[] png, Failure failure) {

  static Thumbnail of(byte[] png) {
    return new Thumbnail(png, null);
  }

  static Thumbnail of(Failure failure) {
    return new Thumbnail(null, failure);
  }

  /** The picture; throws {@link FailureException} when there is none. */
  byte[] orThrow() {
    if (failure != null) {
      throw new FailureException(failure);
    }
    return png;
  }
}
