package dev.sluice.intake.sftp;

import java.util.regex.Pattern;

/** Names on the server, of which not all can be passed back to it safely. */
final class RemoteName {

  /**
   * Path separators, what the client takes for a pattern of many names, what Camel takes for an
   * expression, control characters, and the sign for a byte that is no UTF-8.
   */
  private static final Pattern UNUSABLE = Pattern.compile("[/\\\\*?\\p{Cc}\uFFFD]|\\$(simple)?\\{");

  private RemoteName() {}

  /** Whether a file of this name can be opened and moved without touching another one. */
  static boolean isUsable(String name) {
    return !name.isBlank() && !name.equals("..") && !UNUSABLE.matcher(name).find();
  }
}
