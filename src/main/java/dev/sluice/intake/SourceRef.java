package dev.sluice.intake;

import java.nio.charset.StandardCharsets;

/**
 * Names where a document lay at its sender; it is shown and searched for, never opened. The forms
 * are {@code s3://bucket/key}, {@code sftp://host/path}, and {@code archive!/entry} for a file in
 * an archive.
 */
public final class SourceRef {

  /**
   * Longest reference, in bytes of UTF-8: a PostgreSQL index can hold it, and it is longer than any
   * S3 key.
   */
  private static final int LONGEST = 2000;

  private SourceRef() {}

  /** The reference without control characters, cut at 2000 bytes; null stays null. */
  public static String of(String sent) {
    if (sent == null) {
      return null;
    }
    String clean = sent.replaceAll("[\\p{Cc}\\p{Cs}]", "");
    byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST ? clean : cut(bytes);
  }

  private static String cut(byte[] bytes) {
    int end = LONGEST;
    while ((bytes[end] & 0xC0) == 0x80) { // within a character
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
