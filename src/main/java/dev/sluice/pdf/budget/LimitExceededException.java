package dev.sluice.pdf.budget;

import dev.sluice.model.failure.FailureCode;

/** Ends the parsing of a page or a document: unchecked, so that PDFBox does not swallow it. */
public final class LimitExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final boolean ofOnePage;

  private LimitExceededException(FailureCode code, String detail, boolean ofOnePage) {
    super(detail, null, false, false);
    this.code = code;
    this.ofOnePage = ofOnePage;
  }

  /** Ends the whole document. */
  public static LimitExceededException ofDocument(FailureCode code, String detail) {
    return new LimitExceededException(code, detail, false);
  }

  /** Ends one page; the others may still be read. */
  public static LimitExceededException ofPage(FailureCode code, String detail) {
    return new LimitExceededException(code, detail, true);
  }

  /** True when the other pages may still be read. */
  public boolean isOfOnePage() {
    return ofOnePage;
  }

  /** What the document or page fails with. */
  public FailureCode code() {
    return code;
  }
}
