package dev.sluice.pdf.order;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins words that are broken at the ends of lines. */
final class HyphenJoiner {

  private static final Pattern BROKEN =
      Pattern.compile("(?s).*?([\\p{L}\\p{M}-]+)([-\\u2010\\u00AD])");
  private static final Pattern REST = Pattern.compile("([\\p{Ll}\\p{M}]+).*", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*");
  private static final int MAX_LINE = 200;
  private static final char SOFT_HYPHEN = '\u00AD';

  private final List<String> lines;
  private Set<String> words;

  /** Takes all lines of the page: a word that stands there elsewhere shows how it is spelled. */
  HyphenJoiner(List<String> lines) {
    this.lines = lines;
  }

  /** Adds a line to those before it. */
  void append(StringBuilder text, int from, String line) {
    if (text.length() == from) {
      text.append(line);
    } else if (!endsBroken(text) || !join(text, from, line)) {
      text.append('\n').append(line);
    }
  }

  private static boolean endsBroken(StringBuilder text) {
    char last = text.charAt(text.length() - 1);
    return last == '-' || last == '\u2010' || last == SOFT_HYPHEN;
  }

  /** False when the hyphen is none of a broken word. */
  private boolean join(StringBuilder text, int from, String line) {
    int start = Math.max(from, text.length() - MAX_LINE);
    Matcher broken = BROKEN.matcher(text.substring(start));
    Matcher rest = REST.matcher(line);
    if (!broken.matches() || !rest.matches()) {
      return false;
    }
    boolean soft = text.charAt(text.length() - 1) == SOFT_HYPHEN;
    if (soft || !isCompound(broken.group(1), rest.group(1))) {
      text.setLength(text.length() - 1);
    }
    text.append(line);
    return true;
  }

  private Set<String> words() {
    if (words == null) {
      words = new HashSet<>();
      for (String line : lines) {
        Matcher word = WORD.matcher(line);
        while (word.find()) {
          words.add(word.group().toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }

  /** It has another hyphen, or stands elsewhere with one. */
  private boolean isCompound(String first, String second) {
    String start = first.toLowerCase(Locale.ROOT);
    if (words().contains(start + second)) {
      return false;
    }
    return start.contains("-") || words().contains(start + "-" + second);
  }
}
