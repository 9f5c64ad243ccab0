package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import java.util.List;

/** How the parsing of one document ended. */
public sealed interface ParseOutcome extends AutoCloseable {

  /** Whether the document is to be read in parts. */
  default boolean isLarge() {
    return this instanceof Large;
  }

  /** Lets go of what the outcome holds. */
  @Override
  void close();

  /**
   * The document was read to its end, but for its gaps; whoever gets this closes it.
   *
   * @param gaps in the order of their pages; neither they nor the pages overlap
   * @param cost of these pages
   */
  record Parsed(DocumentMetadata metadata, ParsedPages pages, List<Gap> gaps, PartCost cost)
      implements ParseOutcome {
    @Override
    public void close() {
      pages.close();
    }
  }

  /** The document is to be read in parts; none of its pages was read. */
  record Large(PartPlan plan) implements ParseOutcome {
    @Override
    public void close() {
      // Holds nothing.
    }
  }

  /** The document's own failure: invalid, or harmful to a parser. */
  record Failed(Failure failure) implements ParseOutcome {

    /** The failure of the pages that are missing. */
    static Failed of(Gap gap) {
      return new Failed(Failure.of(FailureCode.stored(gap.code()), gap.detail()));
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
