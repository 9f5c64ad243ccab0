package dev.sluice.web.session;

import java.util.UUID;

/**
 * Where a list of sessions goes on.
 *
 * @param time when the last session before began, in milliseconds since 1970
 * @param id of that session
 */
record SessionPosition(long time, UUID id) {

  /** Before all sessions there can be. */
  static final SessionPosition NEWEST =
      new SessionPosition(Long.MAX_VALUE, new UUID(-1L, -1L)); // f...f

  /** Reads a cursor; throws {@link IllegalArgumentException} if it is none. */
  static SessionPosition of(String cursor) {
    String[] parts = cursor.split("\\.", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no cursor");
    }
    return new SessionPosition(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
  }

  String cursor() {
    return time + "." + id;
  }
}
