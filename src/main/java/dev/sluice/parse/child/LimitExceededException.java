package dev.sluice.parse.child;

import dev.sluice.failure.FailureCode;

/** Ends the parsing of a document: unchecked, so that PDFBox does not swallow it. */
final class LimitExceededException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  LimitExceededException(FailureCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  FailureCode code() {
    return code;
  }
}
