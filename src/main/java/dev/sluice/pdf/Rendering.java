package dev.sluice.pdf;

import dev.sluice.model.failure.Failure;

/** How the drawing of one page ended. */
public sealed interface Rendering {

  /** The page as a PNG. */
  record Image(byte[] png) implements Rendering {}

  /** The document's own failure: invalid, or harmful to a parser. */
  record Failed(Failure failure) implements Rendering {}
}
