package dev.sluice.model.document;

/**
 * Counts what reading pages has cost, so that the limits of a document hold over all its parts.
 *
 * @param characters of their text
 * @param forks that they harmed
 */
public record PartCost(long characters, int forks) {

  /** The cost before any page is read. */
  public static final PartCost NONE = new PartCost(0, 0);
}
