package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.List;
import java.util.regex.Pattern;

/** Tells where a table's header ends and its body begins. */
final class HeaderLines {

  private static final int MAX_LINES = 8;
  private static final Pattern YEAR =
      Pattern.compile("[(]?(FY\\s?)?(19|20)\\d\\d([-/–]\\d{2,4})?[)*a-z]?");

  private HeaderLines() {}

  /** How many of the first lines are headers; takes the rulings across most of the table. */
  static int count(List<GridLine> lines, List<Ruling> wide) {
    int byFigures = beforeFigures(lines);
    int byRuling = aboveRuling(lines, wide);
    if (byRuling > 0 && (byFigures < 0 || byRuling <= byFigures)) {
      return byRuling;
    }
    if (byFigures < 0) {
      return bold(lines);
    }
    return byFigures > MAX_LINES ? bold(lines) : withoutHeading(lines, byFigures);
  }

  /** The lines above the first ruling within the table; 0 when it is no header's. */
  private static int aboveRuling(List<GridLine> lines, List<Ruling> wide) {
    for (int at = 1; at < lines.size() && at <= MAX_LINES; at++) {
      float from = lines.get(at - 1).line().middle();
      float to = lines.get(at).line().middle();
      if (Rulings.between(from, to, wide).findAny().isPresent()) {
        return lines.subList(0, at).stream().anyMatch(line -> line.pieces().size() > 1) ? at : 0;
      }
    }
    return 0;
  }

  /** The lines before the first with figures; -1 when there are hardly any. */
  private static int beforeFigures(List<GridLine> lines) {
    for (int at = 0; at < lines.size(); at++) {
      List<String> behind =
          lines.get(at).pieces().stream()
              .filter(piece -> piece.from() > 0)
              .map(GridPiece::text)
              .toList();
      if (isBodyText(behind)) {
        return at;
      }
    }
    return -1;
  }

  /** True when most of what stands behind the first is figures and no years. */
  static boolean isBody(List<Segment> segments) {
    return isBodyText(segments.stream().skip(1).map(Segment::text).toList());
  }

  private static boolean isBodyText(List<String> texts) {
    long figures =
        texts.stream()
            .filter(text -> Segment.isFigure(text) && !YEAR.matcher(text).matches())
            .filter(text -> text.codePoints().anyMatch(Character::isDigit))
            .count();
    return figures > 0 && 2 * figures >= texts.size();
  }

  /** A name alone above the first figures heads the rows below rather than the columns. */
  private static int withoutHeading(List<GridLine> lines, int count) {
    int at = count;
    while (at > 1 && lines.get(at - 1).isLabel()) {
      at--;
    }
    return at;
  }

  private static int bold(List<GridLine> lines) {
    int at = 0;
    while (at < lines.size() - 1
        && at < MAX_LINES
        && lines.get(at).line().words().stream().allMatch(Word::bold)) {
      at++;
    }
    return at < lines.size() - 1 ? at : 0;
  }
}
