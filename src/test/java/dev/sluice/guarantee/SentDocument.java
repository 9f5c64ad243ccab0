package dev.sluice.guarantee;

import java.util.List;

/**
 * A document as its sender knows it.
 *
 * @param name by which violations name it
 * @param sha256 of its bytes, hexadecimal
 * @param pages a text for each page that must be found on that page
 */
public record SentDocument(
    String name, String owner, String sha256, Nature nature, List<String> pages) {

  /** What can be expected of a document. */
  public enum Nature {
    /** Must be completed, with all its text. */
    VALID,
    /** Must end as invalid, or be refused at the door. */
    INVALID,
    /** Harms its parser: must end as dead, or completed without what harmed. */
    POISON
  }

  /** Same content, same owner: one document. */
  String content() {
    return owner + " " + sha256;
  }
}
