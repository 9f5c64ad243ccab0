package dev.sluice.intake;

import java.nio.charset.StandardCharsets;

/**
 * Recognises a PDF by {@code %PDF-} anywhere in its first 1024 bytes. Readers have always allowed
 * that (ISO 32000-1, Annex H.3, note 13).
 */
final class PdfHeader {

  /** Number of leading bytes in which the mark is looked for. */
  static final int WINDOW = 1024;

  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private PdfHeader() {}

  /** True if the mark stands within the first {@code length} bytes, of which 1024 count. */
  static boolean isIn(byte[] start, int length) {
    int last = Math.min(length, WINDOW) - MARK.length;
    for (int offset = 0; offset <= last; offset++) {
      if (standsAt(start, offset)) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAt(byte[] bytes, int offset) {
    for (int i = 0; i < MARK.length; i++) {
      if (bytes[offset + i] != MARK[i]) {
        return false;
      }
    }
    return true;
  }
}
