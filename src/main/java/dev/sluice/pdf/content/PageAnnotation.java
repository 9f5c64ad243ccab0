package dev.sluice.pdf.content;

import dev.sluice.model.document.CleanText;
import java.time.Instant;
import java.util.Set;

/**
 * A comment on a page.
 *
 * @param kind text, free-text, highlight, underline, strike-out or squiggly
 * @param author null if it does not say
 * @param modified null if it does not say
 * @param page from 1
 */
public record PageAnnotation(
    String kind, String text, String author, Instant modified, int page, Box box) {

  /** Comments of a document. */
  public static final int MAX_ANNOTATIONS = 10_000;

  private static final int MAX_AUTHOR = 1000;
  private static final Set<String> KINDS =
      Set.of("text", "free-text", "highlight", "underline", "strike-out", "squiggly");

  /** Repairs texts; throws {@link IllegalArgumentException} for a kind that is none. */
  public PageAnnotation {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("kind of annotation");
    }
    text = CleanText.of(text);
    author = CleanText.label(author, MAX_AUTHOR);
  }

  /** Characters of all its texts. */
  public int characters() {
    return text.length() + (author == null ? 0 : author.length());
  }
}
