package dev.sluice.pdf;

import dev.sluice.model.failure.Failure;
import dev.sluice.pdf.content.PageWords;

/** How it ended to draw one page, or to read its words. */
public sealed interface Rendering {

  /** The page as a PNG. */
  record Image(byte[] png) implements Rendering {}

  /** The words of the page. */
  record Words(PageWords page) implements Rendering {}

  /** The document's own failure: invalid, or harmful to a parser. */
  record Failed(Failure failure) implements Rendering {}
}
