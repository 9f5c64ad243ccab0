package dev.sluice.intake.sftp;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Names on the server, of which not all can be passed back to it safely. */
final class RemoteName {

  /**
   * Path separators, what the client takes for a pattern of many names, what Camel takes for an
   * expression, control characters, and the sign for a byte that is no UTF-8.
   */
  private static final Pattern UNUSABLE = Pattern.compile("[/\\\\*?\\p{Cc}\uFFFD]|\\$(simple)?\\{");

  /** What file systems allow, bytes in UTF-8; one of them is for the dot of a temporary name. */
  private static final int LONGEST = 254;

  private RemoteName() {}

  /** Whether a file of this name can be opened and moved without touching another one. */
  static boolean isUsable(String name) {
    return !name.isBlank() && !name.equals("..") && !UNUSABLE.matcher(name).find();
  }

  /** The name, shortened if need be, with something behind it. */
  static String withSuffix(String name, String suffix) {
    String kept = name;
    while (bytesIn(kept + suffix) > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept + suffix;
  }

  private static int bytesIn(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
