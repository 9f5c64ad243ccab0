package dev.sluice.timetable;

/** What keys of a profile must hold. */
final class Require {

  private Require() {}

  /** Throws {@link IllegalArgumentException} that names the key. */
  static void that(boolean holds, String key, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(key + " " + otherwise);
    }
  }
}
