package dev.sluice.timetable;

import java.util.List;

/** Checks the values of keys in a profile. */
final class ProfileChecks {

  private ProfileChecks() {}

  /** Throws {@link IllegalArgumentException} that names the key. */
  static void that(boolean holds, String key, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(key + " " + otherwise);
    }
  }

  /** Throws {@link IllegalArgumentException} that names the key whose texts are not all texts. */
  static void texts(String key, List<String> texts) {
    boolean all =
        texts.stream().noneMatch(text -> text == null || TextNormalizer.line(text).isEmpty());
    that(all, key, "has one without text");
  }
}
