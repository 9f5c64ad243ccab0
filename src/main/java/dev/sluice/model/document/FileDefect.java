package dev.sluice.model.document;

/**
 * Something wrong with a PDF as a file, in spite of which it was read; its results may lack what
 * the file lacks.
 *
 * @param code {@link #TRUNCATED} or {@link #REPAIRED}
 * @param text a sentence that says what was found
 */
public record FileDefect(String code, String text) {

  /** Of a file that does not end as a PDF does. */
  public static final String TRUNCATED = "truncated";

  /** Of a file whose structure had to be found again, or is not what it says of itself. */
  public static final String REPAIRED = "repaired";
}
