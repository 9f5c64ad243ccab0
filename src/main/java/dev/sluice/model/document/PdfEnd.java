package dev.sluice.model.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Tells whether a PDF ends as one: with {@code %%EOF}, and no object after it. What else follows
 * does not matter: zeros, a mail's tail, a web server's. So neither an earlier revision's end
 * counts nor is padding of any length missed.
 */
public final class PdfEnd {

  /** Length of a mark in bytes, of either kind. */
  public static final int MARK_LENGTH = 5;

  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OBJECT = " obj".getBytes(StandardCharsets.US_ASCII);

  private PdfEnd() {}

  /** Where in these bytes the last end, or the last beginning of an object, stands; or -1. */
  public static int lastMark(byte[] bytes, int from, int to) {
    for (int at = to - MARK_LENGTH; at >= from; at--) {
      if (isEnd(bytes, at) || isObject(bytes, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the mark that stands there is an end. */
  public static boolean isEnd(byte[] bytes, int at) {
    return bytes[at] == '%' && Arrays.equals(bytes, at, at + END.length, END, 0, END.length);
  }

  private static boolean isObject(byte[] bytes, int at) {
    return bytes[at + 1] == ' '
        && bytes[at] >= '0'
        && bytes[at] <= '9'
        && Arrays.equals(bytes, at + 1, at + MARK_LENGTH, OBJECT, 0, OBJECT.length);
  }
}
