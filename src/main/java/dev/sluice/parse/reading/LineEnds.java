package dev.sluice.parse.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins words that are broken at the ends of lines. */
final class LineEnds {

  private static final Pattern BROKEN =
      Pattern.compile("(?s).*?([\\p{L}\\p{M}-]+)([-\\u2010\\u00AD])");
  private static final Pattern REST = Pattern.compile("([\\p{Ll}\\p{M}]+).*", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*");
  private static final int MAX_LINE = 2000;

  private final Set<String> words = new HashSet<>();

  /** Takes all lines of the page: a word that stands there elsewhere shows how it is spelled. */
  LineEnds(List<String> lines) {
    for (String line : lines) {
      Matcher word = WORD.matcher(line);
      while (word.find()) {
        words.add(word.group().toLowerCase());
      }
    }
  }

  /** Adds a line to those before it. */
  void append(StringBuilder text, int from, String line) {
    int start = Math.max(from, text.length() - MAX_LINE);
    Matcher broken = BROKEN.matcher(text.substring(start));
    Matcher rest = REST.matcher(line);
    if (text.length() == from || !broken.matches() || !rest.matches()) {
      text.append(text.length() == from ? "" : "\n").append(line);
      return;
    }
    boolean soft = broken.group(2).charAt(0) == '\u00AD';
    if (soft || !isCompound(broken.group(1), rest.group(1))) {
      text.setLength(text.length() - 1);
    }
    text.append(line);
  }

  /** It has another hyphen, or stands elsewhere with one, or its first part is known alone. */
  private boolean isCompound(String first, String second) {
    String start = first.toLowerCase();
    if (words.contains(start + second)) {
      return false;
    }
    return start.contains("-") || words.contains(start + "-" + second);
  }
}
