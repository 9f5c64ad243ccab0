package dev.sluice.ops.board;

import java.time.Instant;

/**
 * Something that is not well.
 *
 * @param severity critical if somebody has to look now, else warning
 * @param since when it was seen first, by this replica
 * @param runbook where the documentation says more
 */
public record BoardProblem(
    String code, String severity, String text, Instant since, String advice, String runbook) {

  static BoardProblem of(BoardRule.Text problem, Instant since) {
    return new BoardProblem(
        problem.code(),
        problem.critical() ? "critical" : "warning",
        problem.text(),
        since,
        problem.advice(),
        "docs/operations.md#" + problem.runbook());
  }
}
