package dev.sluice.ops.board;

import static dev.sluice.ops.board.BoardRule.Comparison.ABOVE;
import static dev.sluice.ops.board.BoardRule.Comparison.BELOW;
import static dev.sluice.ops.board.BoardRule.Comparison.EQUAL;

import dev.sluice.ops.board.BoardRule.Bound;
import dev.sluice.ops.board.BoardRule.Text;
import java.time.Duration;
import java.util.List;

/** The rules of the board, those that name a cause before those that name what follows from it. */
final class BoardRules {

  static final List<BoardRule> ALL =
      List.of(
          rule("SluiceIsNotReady", "sluice.ready", EQUAL, 0, Duration.ZERO)
              .says(
                  critical("not-ready", "an-outage"),
                  "This replica is not ready.",
                  "Look at /health/readiness: it names the part that is at fault."),
          rule("SluiceParsersAreGone", "sluice.forks.alive", EQUAL, 0, Duration.ZERO)
              .says(
                  critical("forks-gone", "an-outage"),
                  "This replica has no parser: its work stands still.",
                  "Look into its log for why they die, and at its memory."),
          rule("SluiceWorkIsPaused", "sluice.work.paused", ABOVE, 0, Duration.ZERO)
              .says(
                  critical("work-paused", "an-outage"),
                  "Work waits for a server that does not answer.",
                  "Bring the server back; work goes on by itself."),
          rule("SluiceNumbersAreStale", "sluice.numbers.age", ABOVE, 60, Duration.ZERO)
              .says(
                  critical("numbers-stale", "do-the-books-balance"),
                  "The ledger has not been counted for more than a minute.",
                  "Look at the database: it is out or too slow."),
          rule(
                  "SluiceBooksDoNotBalance",
                  "sluice.conservation.imbalance",
                  ABOVE,
                  0,
                  Duration.ofMinutes(5))
              .says(
                  critical("books-do-not-balance", "do-the-books-balance"),
                  "Documents are unaccounted for.",
                  "Keep the logs and the database as they are, and find out what changed rows."),
          rule("SluiceOriginalsMissing", "sluice.claims.missing", ABOVE, 0, Duration.ZERO)
              .says(
                  critical("originals-missing", "the-claims-check-sluiceclaims-check"),
                  "Documents have no original in the object store.",
                  "The log of the last claims check names them; restore them from a backup."),
          rule("SluiceDocumentsWaitTooLong", "sluice.oldest.waiting", ABOVE, 900, Duration.ZERO)
              .says(
                  warning("documents-wait", "who-works-on-what"),
                  "A document has waited for more than 15 minutes.",
                  "See what the parsers are at, and add workers if all are busy."),
          rule("SluiceDoorsAreClosed", "sluice.admission.open", EQUAL, 0, Duration.ofMinutes(15))
              .says(
                  warning("doors-closed", "the-ops-board"),
                  "The doors have been closed for 15 minutes.",
                  "The doors say which limit is reached: add workers, or room on the disk."),
          rule("SluiceStandbyIsNotUsed", "sluice.standby.used", EQUAL, 0, Duration.ofMinutes(10))
              .says(
                  warning("standby-unused", "reading-from-a-standby"),
                  "Results are read from the primary, as the standby is behind or fails.",
                  "The log says which; look at its replication."),
          rule(
                  "SluiceConnectionsAreExhausted",
                  "hikaricp.connections.pending",
                  ABOVE,
                  0,
                  Duration.ofMinutes(1))
              .says(
                  warning("connections-exhausted", "the-ops-board"),
                  "Work waits for connections to the database.",
                  "Raise SLUICE_JDBC_POOL, or look why the database is slow."),
          rule(
                  "SluiceEventsAreNotPublished",
                  "sluice.outbox.unpublished",
                  ABOVE,
                  0,
                  Duration.ofMinutes(15))
              .says(
                  warning("events-unpublished", "an-outage"),
                  "Completion events have waited for 15 minutes to be published.",
                  "Look at the queue, and at the topic of the events."),
          rule("SluiceCertificateExpires", "ssl.chain.expiry", BELOW, 14 * 86_400, Duration.ZERO)
              .says(
                  warning("certificate-ends", "the-ops-board"),
                  "A certificate ends within 14 days.",
                  "Put a new one in place; it is read without a restart."));

  private BoardRules() {}

  private static Draft rule(
      String alert,
      String meter,
      BoardRule.Comparison comparison,
      double threshold,
      Duration after) {
    return (head, text, advice) ->
        new BoardRule(
            alert,
            meter,
            new Bound(comparison, threshold),
            after,
            new Text(head.code(), head.critical(), text, advice, head.runbook()));
  }

  private static Head critical(String code, String runbook) {
    return new Head(code, true, runbook);
  }

  private static Head warning(String code, String runbook) {
    return new Head(code, false, runbook);
  }

  private record Head(String code, boolean critical, String runbook) {}

  @FunctionalInterface
  private interface Draft {
    BoardRule says(Head head, String text, String advice);
  }
}
