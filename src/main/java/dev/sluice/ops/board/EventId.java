package dev.sluice.ops.board;

import java.time.Instant;
import java.util.UUID;

/** Finds events by time through their ids, which are UUIDs of version 7. */
final class EventId {

  private EventId() {}

  /** The smallest id that can be made at this time. */
  static UUID firstAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }
}
