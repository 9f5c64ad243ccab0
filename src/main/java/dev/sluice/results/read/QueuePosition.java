package dev.sluice.results.read;

/**
 * Where a document waits.
 *
 * @param position from 1
 * @param seconds an estimate of how long it has yet to wait
 */
record QueuePosition(int position, int seconds) {

  /** Whether somebody who knows this place learns something by the other. */
  boolean differsFrom(QueuePosition known) {
    return known == null || Math.abs(position - known.position) * 10 >= known.position;
  }
}
