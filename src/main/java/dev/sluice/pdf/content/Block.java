package dev.sluice.pdf.content;

/**
 * A piece of a page's text that belongs together.
 *
 * @param level of a heading from 1 to 6 or of a list item from 1; 0 for others
 * @param from where it begins in the page's text, counted in UTF-16 units
 * @param to where it ends there, exclusive
 * @param size of most of its text in points
 * @param bold true when most of its text is
 */
public record Block(Kind kind, int level, int from, int to, Box box, float size, boolean bold) {

  /** Throws {@link IllegalArgumentException} when it ends before it begins. */
  public Block {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("block from " + from + " to " + to);
    }
  }

  /** What a block is. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    LIST_ITEM,
    /** The text of a table, which stands among the page's tables too. */
    TABLE,
    /** A page number, a running head or foot. */
    MARGIN
  }
}
