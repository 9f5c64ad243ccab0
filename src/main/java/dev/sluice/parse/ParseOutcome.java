package dev.sluice.parse;

import dev.sluice.document.DocumentMetadata;
import dev.sluice.failure.Failure;

/** How the parsing of one document ended. */
public sealed interface ParseOutcome extends AutoCloseable {

  /** Lets go of what the outcome holds. */
  @Override
  void close();

  /** The document was read to its end; whoever gets this closes it. */
  record Parsed(DocumentMetadata metadata, ParsedPages pages) implements ParseOutcome {
    @Override
    public void close() {
      pages.close();
    }
  }

  /** The document's own failure: invalid, or harmful to a parser. */
  record Failed(Failure failure) implements ParseOutcome {
    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
