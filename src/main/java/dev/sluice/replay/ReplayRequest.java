package dev.sluice.replay;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.List;

/**
 * The body of a request for a replay.
 *
 * @param dryRun required, so that it is not forgotten
 * @param all says that criteria which narrow nothing are meant
 */
record ReplayRequest(
    List<String> ids,
    List<String> codes,
    List<String> states,
    String owner,
    String from,
    String to,
    String parserVersion,
    boolean all,
    Boolean dryRun,
    Integer perSecond,
    String lane) {

  /** Its fields, for callers. */
  static final String SHAPE =
      "{dryRun, ids?, codes?, states?, owner?, from?, to?, parserVersion?, all?, perSecond?,"
          + " lane?}";

  DeadLetterCriteria criteria() {
    return new DeadLetterCriteria(ids, codes, states, owner, from, to, parserVersion);
  }

  /** This, if it is clear whether it is meant; else throws {@link FailureException}. */
  ReplayRequest checked() {
    if (dryRun == null) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, "dryRun must be true (count only) or false (do it).");
    }
    return this;
  }
}
