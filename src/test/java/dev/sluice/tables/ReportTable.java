package dev.sluice.tables;

import dev.sluice.tables.ReportContent.Head;
import dev.sluice.tables.ReportContent.Kind;
import dev.sluice.tables.ReportContent.Row;
import dev.sluice.tables.TrueTable.TrueCell;
import java.util.ArrayList;
import java.util.List;

/** Draws a table of an official report and remembers what stands where. */
final class ReportTable {

  private static final float MARK = 0.65f; // of the size of the letters

  private final Canvas canvas;
  private final ReportLook look;
  private final ReportContent content;
  private final float[] xs;
  private final float labels;
  private final List<TrueCell> cells = new ArrayList<>();
  private float y;
  private int row;

  ReportTable(Canvas canvas, ReportLook look, ReportContent content, float left, float width) {
    this.canvas = canvas;
    this.look = look;
    this.content = content;
    this.xs = new float[content.columns + 1];
    this.labels = labelWidth(width);
    float each = (width - labels) / (content.columns - 1);
    xs[0] = left;
    for (int column = 1; column <= content.columns; column++) {
      xs[column] = left + labels + (column - 1) * each;
    }
  }

  private float labelWidth(float width) {
    float widest = 0;
    for (Row each : content.rows) {
      widest = Math.max(widest, widthOf(each.label(), false) + each.indent() * look.indent());
    }
    return Math.min(widest, 0.36f * width) + look.size();
  }

  /** True when all figures and the words of all headers have room, with space between them. */
  boolean fits() {
    float room = xs[2] - xs[1] - 0.9f * look.size();
    boolean heads =
        content.heads.stream()
            .filter(head -> head.to() - head.from() == 1)
            .flatMap(head -> List.of(head.text().split(" ")).stream())
            .allMatch(word -> widthOf(word, true) <= room);
    boolean figures =
        content.rows.stream()
            .flatMap(each -> List.of(each.values()).stream())
            .allMatch(value -> widthOf(value, true) <= room);
    return heads && figures;
  }

  /** Answers where it ends. */
  float draw(float from) {
    y = from;
    if (look.hasTop()) {
      rule();
    }
    drawHeads();
    if (look.hasHeaderRule()) {
      rule();
    }
    row = content.levels;
    for (Row each : content.rows) {
      drawRow(each);
    }
    if (look.hasBottom() && !isTotalBelow()) {
      rule();
    }
    return y + 3;
  }

  TrueTable table() {
    return new TrueTable(canvas.pages(), cells);
  }

  private boolean isTotalBelow() {
    Row last = content.rows.get(content.rows.size() - 1);
    return look.frame() == ReportLook.Frame.TOTAL_BELOW && last.kind() == Kind.TOTAL;
  }

  private void rule() {
    canvas.line(look.bare() ? xs[1] - 2 : xs[0], y + 2, xs[content.columns], y + 2);
    y += 4;
  }

  /** What stands behind the last column of a row. */
  private void highlight(float height) {
    if (look.highlight()) {
      float x = xs[content.columns - 1] + 1;
      canvas.area(x, y, xs[content.columns] - x, height, 0.9f);
    }
  }

  private void drawHeads() {
    float[] tops = new float[content.levels + 1];
    for (int level = 0; level < content.levels; level++) {
      int lines = 1;
      for (Head head : content.heads) {
        lines = Math.max(lines, head.toLevel() == level ? linesOf(head) : 1);
      }
      tops[level + 1] = tops[level] + lines * look.step() + look.pitch() + 2;
    }
    content.heads.forEach(head -> drawHead(head, tops));
    y += tops[content.levels];
  }

  private int linesOf(Head head) {
    return wrapped(head).size() - (head.toLevel() - head.level());
  }

  private List<String> wrapped(Head head) {
    float room = xs[head.to()] - xs[head.from()] - 0.8f * look.size();
    return canvas.wrapped(head.text(), look.size(), look.bold(), room);
  }

  private void drawHead(Head head, float[] tops) {
    List<String> lines = wrapped(head);
    float at = y + tops[head.toLevel() + 1] - 3 - (lines.size() - 1) * look.step();
    for (String line : lines) {
      float free = xs[head.to()] - xs[head.from()] - widthOf(line, look.bold());
      boolean isMiddle = head.to() - head.from() > 1 || look.centred();
      float x = xs[head.from()] + (head.from() == 0 ? 0 : isMiddle ? free / 2 : free - 2);
      canvas.text(x, at, look.size(), look.bold(), line);
      at += look.step();
    }
    if (head.to() - head.from() > 1 && look.spanRules()) {
      float below = y + tops[head.toLevel() + 1];
      canvas.line(xs[head.from()] + 4, below, xs[head.to()] - 2, below);
    }
    addHead(head, levelOf(at - lines.size() * look.step() - y, tops));
  }

  /** In the rows that its words stand in. */
  private void addHead(Head head, int first) {
    int row = Math.max(head.level(), first);
    int span = head.toLevel() - row + 1;
    cells.add(new TrueCell(row, head.from(), span, head.to() - head.from(), head.text()));
  }

  private static int levelOf(float baseline, float[] tops) {
    int level = 0;
    while (baseline > tops[level + 1]) {
      level++;
    }
    return level;
  }

  private void drawRow(Row each) {
    y += each.kind() == Kind.HEADING || each.kind() == Kind.BAND ? look.extra() : 0;
    if (each.kind() == Kind.TOTAL && isTotalBelow()) {
      rule();
    }
    if (each.kind() == Kind.BAND) {
      drawBand(each);
    } else {
      drawValues(each);
    }
    row++;
  }

  private void drawBand(Row each) {
    float free = xs[content.columns] - xs[0] - widthOf(each.label(), true);
    canvas.text(xs[0] + free / 2, y + look.size(), look.size(), true, each.label());
    cells.add(new TrueCell(row, 0, 1, content.columns, each.label()));
    y += look.step() + look.pitch();
  }

  private void drawValues(Row each) {
    float indent = each.indent() * look.indent();
    float room = labels - look.size() - indent;
    List<String> lines = canvas.wrapped(each.label(), look.size(), false, room);
    highlight(lines.size() * look.step() + look.pitch());
    for (int at = 0; at < lines.size(); at++) {
      float x = xs[0] + indent + (at > 0 ? look.size() * 0.8f : 0);
      canvas.text(x, y + look.size() + at * look.step(), look.size(), false, lines.get(at));
    }
    cells.add(new TrueCell(row, 0, 1, 1, each.label()));
    float down = (lines.size() - 1) * look.step() * (look.middle() ? 0.5f : 1);
    for (int at = 0; at < each.values().length; at++) {
      drawValue(each.values()[at], at + 1, y + look.size() + down);
    }
    if (look.leaders() && each.values().length > 0 && !each.values()[0].isEmpty()) {
      drawLeaders(indent, lines.get(lines.size() - 1), lines.size() > 1, down);
    }
    y += lines.size() * look.step() + look.pitch();
  }

  private void drawLeaders(float indent, String last, boolean wrapped, float down) {
    float from = xs[0] + indent + (wrapped ? look.size() * 0.8f : 0) + widthOf(last, false) + 2;
    int dots = (int) ((xs[1] - from) / widthOf(".", false));
    if (dots > 3 && !look.middle()) {
      canvas.text(from, y + look.size() + down, look.size(), false, ".".repeat(dots));
    }
  }

  private void drawValue(String value, int column, float baseline) {
    if (value.isEmpty()) {
      return;
    }
    String[] parts = value.split("\\^");
    float free = xs[column + 1] - xs[column] - widthOf(parts[0], false);
    float x = xs[column] + (look.centred() ? free / 2 : free - 0.6f * look.size());
    canvas.text(x, baseline, look.size(), false, parts[0]);
    if (parts.length > 1) {
      float up = baseline - 0.35f * look.size();
      canvas.text(x + widthOf(parts[0], false), up, MARK * look.size(), false, parts[1]);
    }
    cells.add(new TrueCell(row, column, 1, 1, value.replace("^", "")));
  }

  private float widthOf(String text, boolean bold) {
    return canvas.widthOf(text, look.size(), bold);
  }
}
