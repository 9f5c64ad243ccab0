package dev.sluice.pdf.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises the lines above and below tables that say what they are. */
final class Caption {

  private static final Pattern TITLE =
      Pattern.compile(
          "(?iu)(table|tab\\.|tableau|tabelle|tabla|tabella|tabel|figure|fig\\.|figura|chart"
              + "|exhibit|graph|graphique|abbildung|box|annex|appendix|example|listing|algorithm)"
              + "\\s+[A-Z]?[-.]?\\d.*");
  private static final Pattern NOTE =
      Pattern.compile("(?iu)(source|sources|note|notes|quelle|fuente|remarks?)\\s?[:.].*");

  private Caption() {}

  /** True for that of a table. */
  static boolean isTitle(SegmentedLine line) {
    return isTitle(line.first());
  }

  static boolean isTitle(Segment segment) {
    String text = segment.text();
    return TITLE.matcher(text).matches() && text.toLowerCase(Locale.ROOT).startsWith("tab");
  }

  /** True for that of a figure, an example or the like. */
  static boolean isOther(SegmentedLine line) {
    return TITLE.matcher(line.first().text()).matches() && !isTitle(line);
  }

  static boolean isOne(SegmentedLine line) {
    String text = line.first().text();
    return TITLE.matcher(text).matches() || NOTE.matcher(text).matches();
  }
}
