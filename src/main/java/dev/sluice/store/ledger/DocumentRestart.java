package dev.sluice.store.ledger;

/** How a document that had ended begins again, as if nothing had been tried. */
public final class DocumentRestart {

  /**
   * Assignments for an UPDATE of document. All attempts are forgiven; it takes a number itself, so
   * that a worker which is still at one of them has lost its lease. Until {@code :publishWithin}
   * seconds are over the ticket is the caller's business, then the sweeper's.
   */
  public static final String ASSIGNMENTS =
      """
      state = 'received', attempts = attempts + 1, forgiven = attempts + 1, outages = 0,
          give_up_at = NULL, page_count = NULL, pages_done = 0,
          failure_code = NULL, failure_detail = NULL, completed_at = NULL,
          lease_until = now() + make_interval(secs => :publishWithin)
      """;

  private DocumentRestart() {}
}
