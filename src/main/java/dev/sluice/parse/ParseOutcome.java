package dev.sluice.parse;

import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.Gap;
import dev.sluice.failure.Failure;
import java.util.List;

/** How the parsing of one document ended. */
public sealed interface ParseOutcome extends AutoCloseable {

  /** Lets go of what the outcome holds. */
  @Override
  void close();

  /**
   * The document was read to its end, but for its gaps; whoever gets this closes it.
   *
   * @param gaps in the order of their pages; neither they nor the pages overlap
   */
  record Parsed(DocumentMetadata metadata, ParsedPages pages, List<Gap> gaps)
      implements ParseOutcome {
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
