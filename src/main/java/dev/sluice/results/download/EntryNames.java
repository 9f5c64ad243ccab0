package dev.sluice.results.download;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the files in an archive names that are safe wherever they are unpacked, and each one once:
 * {@code plan.pdf}, then {@code plan (2).pdf}. Capitals make no difference, as for many disks.
 */
final class EntryNames {

  /** Longest name before its ending, in characters; a disk may take 255 bytes. */
  private static final int MAX_LENGTH = 80;

  /** What a disk may refuse or read as something else, and what is not to be seen. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029<>:\"|?*]");

  /** Names that Windows keeps for devices. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();

  EntryNames(String reserved) {
    used.add(key(reserved));
  }

  /** A free name for a document's own file. */
  String next(String fileName) {
    String safe = safe(fileName);
    int dot = safe.lastIndexOf('.');
    boolean hasEnding = dot > 0 && safe.length() - dot <= 10;
    String start = shortened(hasEnding ? safe.substring(0, dot) : safe);
    return free(start, hasEnding ? safe.substring(dot) : "");
  }

  /** A free name for what was made of a document, as {@code plan table 2.csv} of plan.pdf. */
  String next(String fileName, String addition, String ending) {
    String safe = safe(fileName).replaceFirst("(?i)(?<=.)\\.pdf$", "");
    return free(shortened(safe) + addition, ending);
  }

  private String free(String start, String ending) {
    String name = start + ending;
    while (!used.add(key(name))) {
      int number = last.merge(key(start + ending), 2, (known, first) -> known + 1);
      name = start + " (" + number + ")" + ending;
    }
    return name;
  }

  private static String safe(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = UNSAFE.matcher(last).replaceAll("_").replaceAll("^[\\s.]+|[\\s.]+$", "");
    if (clean.isEmpty()) {
      return "document";
    }
    return DEVICE.matcher(clean).matches() ? "_" + clean : clean;
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= MAX_LENGTH ? name : name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
