package dev.sluice.replay;

import dev.sluice.model.document.Lane;

/**
 * Says which documents to replay, and how fast.
 *
 * @param lane the queue in which the documents wait
 * @param perSecond documents that may be started per second
 */
record ReplayOrder(DeadLetterFilter filter, Lane lane, int perSecond) {}
