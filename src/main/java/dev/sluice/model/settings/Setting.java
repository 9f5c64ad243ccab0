package dev.sluice.model.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Checks of configured values; each throws {@link IllegalArgumentException} naming the key. */
public final class Setting {

  private Setting() {}

  /** The value must be at least the minimum. */
  public static void atLeast(String key, long minimum, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          key + " must be at least " + minimum + ", but is " + value);
    }
  }

  /** The duration must be set; it may be zero. */
  public static void notNegative(String key, Duration value) {
    if (value == null || value.isNegative()) {
      throw new IllegalArgumentException(key + " must be 0 s or longer, but is " + value);
    }
  }

  /** The value must lie between the two, or be one of them. */
  public static void between(String key, double least, double limit, double value) {
    if (!(value >= least && value <= limit)) {
      throw new IllegalArgumentException(
          key + " must be between " + least + " and " + limit + ", but is " + value);
    }
  }

  /** The duration must be longer than zero. */
  public static void positive(String key, Duration value) {
    if (value == null || value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(key + " must be longer than 0 s, but is " + value);
    }
  }

  /** The secret must have at least so many characters; the message does not show it. */
  public static void notShorter(String key, int minimum, String secret) {
    if (secret.length() < minimum) {
      throw new IllegalArgumentException(
          key + " must have at least " + minimum + " characters, but has " + secret.length());
    }
  }

  /** The path must be that of a file that can be read. */
  public static void readable(String key, String path) {
    if (!Files.isRegularFile(Path.of(path)) || !Files.isReadable(Path.of(path))) {
      throw new IllegalArgumentException(key + " must be a file that can be read, but is " + path);
    }
  }

  /** The text must be set. */
  public static void required(String key, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(key + " must be set");
    }
  }
}
