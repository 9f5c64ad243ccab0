package dev.sluice.ledger;

/** How a document that had ended begins anew, as if nothing had been tried. */
public final class BeginAnew {

  /**
   * Assignments for an UPDATE of document. Attempts go on being counted, as their numbers tell
   * workers apart, but those before are forgiven. Until {@code :publishWithin} seconds are over the
   * ticket is the caller's business, then the sweeper's.
   */
  public static final String ASSIGNMENTS =
      """
      state = 'received', forgiven = attempts, give_up_at = NULL, failure_code = NULL,
          failure_detail = NULL, completed_at = NULL,
          lease_until = now() + make_interval(secs => :publishWithin)
      """;

  private BeginAnew() {}
}
