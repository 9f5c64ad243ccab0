package dev.sluice.store.ledger;

/** The SQL by which a document that has ended restarts, as if nothing had been tried. */
public final class DocumentRestart {

  /**
   * Assignments for an UPDATE of document. All attempts are forgiven. The restart takes a number
   * itself, so that a worker which is still on an earlier attempt loses its lease. Until {@code
   * :publishWithin} seconds are over the caller has to publish the ticket, then the sweeper does.
   */
  public static final String ASSIGNMENTS =
      """
      state = 'received', attempts = attempts + 1, forgiven = attempts + 1, outages = 0,
          millis_spent = 0, page_count = NULL, pages_done = 0,
          failure_code = NULL, failure_detail = NULL, completed_at = NULL,
          lease_until = now() + make_interval(secs => :publishWithin)
      """;

  private DocumentRestart() {}
}
