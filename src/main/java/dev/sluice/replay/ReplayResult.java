package dev.sluice.replay;

import java.util.Map;

/**
 * The outcome of a replay's documents so far.
 *
 * @param requested all of them: the sum of waiting, started, skipped and calledOff
 * @param started all that were begun again: the sum of inFlight, recovered, failedAgain and
 *     withdrawn
 * @param recovered completed
 * @param failedAgain by the code of the failure
 * @param withdrawn cancelled, deleted or expired before they ended
 * @param skipped had changed when it was their turn
 * @param calledOff with the replay, before they were started
 * @param finished nothing is waiting or in flight any more
 */
public record ReplayResult(
    long requested,
    long waiting,
    long started,
    long inFlight,
    long recovered,
    Map<String, Long> failedAgain,
    long withdrawn,
    long skipped,
    long calledOff,
    boolean finished) {}
