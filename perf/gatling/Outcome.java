package dev.sluice.load;

/** What became of a request, or of a wait. */
enum Outcome {
  OK,
  /** Asked to come back: Sluice is full for the moment, and says so by design. */
  LATER,
  /** A bad document, named as such at the door. */
  REFUSED,
  /** A user's patience ended before the document was read. */
  GAVE_UP,
  ERROR;

  static Outcome of(int status, boolean hostile) {
    if (status >= 200 && status < 300) {
      return OK;
    }
    if (status == 429 || status == 503) {
      return LATER;
    }
    return hostile && (status == 415 || status == 422) ? REFUSED : ERROR;
  }
}
