package dev.sluice.model.document;

/**
 * What reading pages has cost, so that limits of a document hold over its parts.
 *
 * @param characters of their text
 * @param forks that they harmed
 */
public record PartCost(long characters, int forks) {

  /** Of nothing. */
  public static final PartCost NONE = new PartCost(0, 0);
}
