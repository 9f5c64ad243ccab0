package dev.sluice.pdf;

import java.nio.file.Path;

/** Asks a fork for one page, outside of any parse. */
public sealed interface PageRequest extends ForkRequest permits RenderRequest, WordsRequest {

  /** The file, the page, and what it may cost. */
  ParseRequest document();

  /** The same of another file. */
  PageRequest of(Path pdf);

  /** The number of the page, from 1. */
  default int page() {
    return document().pages().from();
  }
}
