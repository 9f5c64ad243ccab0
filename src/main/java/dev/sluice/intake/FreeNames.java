package dev.sluice.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Marks that tell a file from others of its name, so that none replaces another: no mark, then the
 * time at which its sender wrote it, then that time with a number. The time keeps the search short
 * where one name comes every day.
 */
public final class FreeNames {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'~'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Most files of one name and one second. */
  private static final int MAX_NUMBER = 100;

  /** Longest ending that is kept at the end of a marked name, in characters. */
  private static final int MAX_ENDING = 10;

  private FreeNames() {}

  /** The marks to be tried, in this order. */
  public static List<String> marks(Instant written) {
    String time = TIME.format(written);
    return Stream.concat(
            Stream.of("", time),
            IntStream.rangeClosed(2, MAX_NUMBER).mapToObj(number -> time + "-" + number))
        .toList();
  }

  /**
   * The name or path with the mark before its ending, as in {@code a/plan~20261129T120000Z.pdf}.
   */
  public static String marked(String name, String mark) {
    int dot = name.lastIndexOf('.');
    boolean hasEnding =
        dot > name.lastIndexOf('/') + 1 && name.length() - dot <= MAX_ENDING && dot > 0;
    int end = hasEnding ? dot : name.length();
    return name.substring(0, end) + mark + name.substring(end);
  }

  /** The failure of a file for which all names are taken. */
  public static IllegalStateException exhausted(String name) {
    return new IllegalStateException("Every name that was tried for " + name + " is taken.");
  }
}
