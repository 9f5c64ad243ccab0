package dev.sluice.intake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The name that a sender gave a document: it is shown, and never used as a path. */
public final class FileName {

  private static final DateTimeFormatter NAMELESS =
      DateTimeFormatter.ofPattern("'upload-'yyyyMMdd-HHmmss'.pdf'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST = 255;

  private FileName() {}

  /**
   * The last part of the name without control characters, at most 255 characters long. Without one
   * it is named after the time at which it came, in UTC.
   */
  public static String of(String sent, Instant at) {
    if (sent == null) {
      return NAMELESS.format(at);
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "").strip();
    if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
      return NAMELESS.format(at);
    }
    return clean.length() <= LONGEST ? clean : shorten(clean);
  }

  /** Undoes percent encoding, in which a header carries letters beyond ASCII. */
  public static String decode(String header) {
    if (header == null || header.indexOf('%') < 0) {
      return header;
    }
    try {
      return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException literalPercent) {
      return header;
    }
  }

  private static String shorten(String name) {
    int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return name.substring(0, end);
  }
}
