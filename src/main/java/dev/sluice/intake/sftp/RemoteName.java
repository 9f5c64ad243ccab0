package dev.sluice.intake.sftp;

import dev.sluice.intake.FreeNames;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Checks names of remote files, because not all can be passed back to the server safely. */
final class RemoteName {

  /**
   * Path separators, the client's wildcards, Camel's expressions, control characters, and the
   * replacement character for bytes outside UTF-8.
   */
  private static final Pattern UNUSABLE = Pattern.compile("[/\\\\*?\\p{Cc}\uFFFD]|\\$(simple)?\\{");

  /**
   * Longest name that file systems allow, in bytes of UTF-8, less one for the dot of a temporary
   * name.
   */
  private static final int LONGEST = 254;

  private RemoteName() {}

  /** Whether a file of this name can be opened and moved without touching another one. */
  static boolean isUsable(String name) {
    return !name.isBlank() && !name.equals("..") && !UNUSABLE.matcher(name).find();
  }

  /**
   * The name with a mark of {@link FreeNames} and something behind it, shortened if need be.
   * Without both it is the name as the server has it.
   */
  static String marked(String name, String mark, String suffix) {
    String kept = name;
    while (!(mark + suffix).isEmpty() && bytesIn(FreeNames.marked(kept, mark) + suffix) > LONGEST) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return FreeNames.marked(kept, mark) + suffix;
  }

  private static int bytesIn(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
