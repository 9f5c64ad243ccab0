package dev.sluice.pdf;

import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;

/**
 * What of a document is to be read.
 *
 * @param pages the first and the last; what goes beyond its last page does not matter
 * @param wholeUpTo a document of more pages is opened only
 * @param plan what is known of the document, or null if it was not opened yet
 * @param before what was spent on pages before
 */
public record ParseScope(PageRange pages, int wholeUpTo, PartPlan plan, PartCost before) {

  /** All of a document that was not opened yet, if it has no more pages than that. */
  public static ParseScope whole(int upTo) {
    return new ParseScope(new PageRange(1, Integer.MAX_VALUE), upTo, null, PartCost.NONE);
  }

  /** Some pages of a document that was opened before. */
  public static ParseScope part(PageRange pages, PartPlan plan, PartCost before) {
    return new ParseScope(pages, Integer.MAX_VALUE, plan, before);
  }

  boolean isPart() {
    return plan != null;
  }

  /** Pages of the document as far as is known, else 0. */
  int pageCount() {
    return isPart() ? plan.metadata().pageCount() : 0;
  }

  /** Whether the fork may go straight to the first page. */
  boolean plainTree() {
    return isPart() && plan.plainTree();
  }
}
