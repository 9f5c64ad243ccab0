package dev.sluice.intake;

import java.nio.charset.StandardCharsets;

/**
 * Names where a document lay at its sender: {@code s3://bucket/key}, {@code sftp://host/path}, and
 * {@code archive!/entry} for what lay in an archive. To be shown and searched for, never opened.
 */
public final class SourceRef {

  /** Bytes in UTF-8: what an index of PostgreSQL can hold, and more than an S3 key may have. */
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
