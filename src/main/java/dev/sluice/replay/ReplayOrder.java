package dev.sluice.replay;

import dev.sluice.model.document.Lane;

/**
 * What shall be replayed.
 *
 * @param lane the queue in which the documents wait
 * @param perSecond documents that may be started per second
 */
record ReplayOrder(DeadLetterFilter filter, Lane lane, int perSecond) {}
