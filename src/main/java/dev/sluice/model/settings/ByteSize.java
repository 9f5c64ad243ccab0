package dev.sluice.model.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes that may be written with a unit, such as {@code 512MB}. */
public record ByteSize(long bytes) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,12})\\s*(B|KB|MB|GB|TB)?");

  /** Reads digits and one of B, KB, MB, GB and TB, which are powers of 1024; bytes without one. */
  public static ByteSize of(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 512MB");
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    int power = unit.equals("B") ? 0 : "KMGT".indexOf(unit.charAt(0)) + 1;
    return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << 10 * power));
  }

  public static ByteSize ofMegabytes(long megabytes) {
    return new ByteSize(Math.multiplyExact(megabytes, 1L << 20));
  }

  /** The form that messages about the configuration show; {@link #of} reads it back. */
  @Override
  public String toString() {
    return bytes + "B";
  }
}
