package dev.sluice.model.document;

/**
 * Pages of a document that could not be read, though others could.
 *
 * @param code label of the failure that these pages, each by itself, met with
 * @param detail what exactly was seen, in a sentence
 */
public record Gap(PageRange pages, String code, String detail) {

  /** Repairs what cannot be stored. */
  public Gap {
    detail = CleanText.of(detail);
  }

  /** True when the other follows directly after this one and has the same failure. */
  public boolean goesOnWith(Gap other) {
    return other.pages.from() == pages.to() + 1
        && other.code.equals(code)
        && other.detail.equals(detail);
  }

  /** This gap up to the end of the other. */
  public Gap joinedWith(Gap other) {
    return new Gap(new PageRange(pages.from(), other.pages.to()), code, detail);
  }
}
