package dev.sluice.intake.s3;

import dev.sluice.intake.DropRule;
import dev.sluice.intake.FreeNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Knows which keys are drops, and where their objects and notes go. A key keeps its path below the
 * part that all prefixes share; objects of one key are told apart by a mark of {@link FreeNames}.
 */
final class DropKeys {

  private static final String RECEIPT = ".receipt.json";
  private static final String REPORT = ".report.json";

  /** Longest key that S3 allows, in bytes of UTF-8. */
  private static final int LONGEST = 1024;

  private final S3DropSettings settings;
  private final int root;

  DropKeys(S3DropSettings settings) {
    this.settings = settings;
    this.root = commonFolder(settings.rules().stream().map(DropRule::prefix).toList()).length();
  }

  /** The prefixes to list: those that no other one covers. */
  List<String> prefixes() {
    List<String> all = settings.rules().stream().map(DropRule::prefix).distinct().toList();
    return all.stream()
        .filter(
            prefix ->
                all.stream().noneMatch(other -> !other.equals(prefix) && prefix.startsWith(other)))
        .toList();
  }

  /** False for folder markers, and for what this door put there itself. */
  boolean isDrop(String key) {
    return !key.endsWith("/")
        && !key.endsWith(RECEIPT)
        && !key.endsWith(REPORT)
        && !key.startsWith(settings.done())
        && !key.startsWith(settings.error());
  }

  String done(String key, String mark) {
    return fitting(moved(settings.done(), key, mark), "");
  }

  String receipt(String key, String mark) {
    return fitting(moved(settings.done(), key, mark), RECEIPT);
  }

  String error(String key, String mark) {
    return fitting(moved(settings.error(), key, mark), "");
  }

  String report(String key, String mark) {
    return fitting(moved(settings.error(), key, mark), REPORT);
  }

  private String moved(String folder, String key, String mark) {
    return folder + FreeNames.marked(key.substring(root), mark);
  }

  private static String commonFolder(List<String> prefixes) {
    String common = prefixes.isEmpty() ? "" : prefixes.get(0);
    for (String prefix : prefixes) {
      while (!prefix.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common.substring(0, common.lastIndexOf('/') + 1);
  }

  private static String fitting(String key, String suffix) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length + suffix.length() <= LONGEST) {
      return key + suffix;
    }
    CRC32 rest = new CRC32();
    rest.update(bytes);
    String end = "~" + Long.toHexString(rest.getValue()) + suffix;
    int kept = LONGEST - end.length();
    while ((bytes[kept] & 0xC0) == 0x80) { // within a character
      kept--;
    }
    return new String(bytes, 0, kept, StandardCharsets.UTF_8) + end;
  }
}
