package dev.sluice.tables;

import dev.sluice.tables.TableContent.Group;
import dev.sluice.tables.TrueTable.TrueCell;
import java.util.ArrayList;
import java.util.List;

/** Draws a table and remembers what stands where. */
final class TableDrawing {

  private final Canvas canvas;
  private final Look look;
  private final TableContent content;
  private final float left;
  private final float[] widths;
  private final float[] xs;
  private final List<TrueTable> tables = new ArrayList<>();
  private List<TrueCell> cells = new ArrayList<>();
  private float y;
  private float top;
  private float headerEnd;
  private int row;

  TableDrawing(Canvas canvas, Look look, TableContent content, float left, float width) {
    this.canvas = canvas;
    this.look = look;
    this.content = content;
    this.left = left;
    this.widths = new float[content.columns];
    this.xs = new float[content.columns + 1];
    measure(width);
  }

  private void measure(float limit) {
    float room = limit - look.gap() * content.columns;
    for (int column = 0; column < content.columns; column++) {
      float cap = content.kinds[column] == 7 ? room / content.columns : room / 3;
      float width = column > 0 && content.kinds[column] < 6 ? look.size() * 3.2f : look.size() * 5;
      for (String[] cells : content.rows) {
        width = Math.max(width, Math.min(cap, widthOf(cells[column], false)));
      }
      for (String word : content.headers[column].split(" ")) {
        width = Math.max(width, widthOf(word, true));
      }
      widths[column] = width;
    }
    xs[0] = left;
    for (int column = 0; column < content.columns; column++) {
      xs[column + 1] = xs[column] + widths[column] + look.gap();
    }
  }

  /** True when it is not too wide for where it is to stand. */
  boolean fits(float width) {
    return xs[content.columns] - left <= width + 1;
  }

  /** From y down, going on on a new page below the bottom; answers where it ends. */
  float draw(float from, float bottom, boolean repeatsHeader) {
    start(from);
    drawHeader();
    for (String[] cells : content.rows) {
      if (y + height(cells) > bottom) {
        end();
        canvas.newPage();
        start(60);
        if (repeatsHeader) {
          drawHeader();
        } else {
          headerEnd = 0;
        }
      }
      drawRow(cells);
    }
    end();
    return y;
  }

  List<TrueTable> tables() {
    return tables;
  }

  private void start(float from) {
    y = from;
    top = from;
    row = 0;
    cells = new ArrayList<>();
  }

  private void end() {
    tables.add(new TrueTable(canvas.pages(), cells));
    float end = xs[content.columns] - look.gap() / 2;
    float begin = left - look.gap() / 2;
    if (look.hasFrame()) {
      canvas.line(begin, top, end, top);
      canvas.line(begin, y, end, y);
    }
    if (look.hasHeaderLine() && headerEnd > 0) {
      canvas.line(begin, headerEnd, end, headerEnd);
    }
    boolean full = look.rules() == Look.Rules.FULL;
    for (int column = 0; look.hasColumnLines() && column <= content.columns; column++) {
      if (full || column > 0 && column < content.columns) {
        float x = xs[column] - look.gap() / 2;
        canvas.line(x, isWithinGroup(column) && headerEnd > 0 ? top + groupHeight() : top, x, y);
      }
    }
  }

  private boolean isWithinGroup(int edge) {
    return content.groups.stream().anyMatch(group -> group.from() < edge && edge < group.to());
  }

  private float groupHeight() {
    return look.leading() + look.pitch() + 3;
  }

  private void drawHeader() {
    int lines = 1;
    for (int column = 0; column < content.columns; column++) {
      lines = Math.max(lines, wrapped(content.headers[column], column, true).size());
    }
    float height = lines * look.leading() + look.pitch() + 3;
    boolean grouped = !content.groups.isEmpty();
    float all = height + (grouped ? groupHeight() : 0);
    if (look.rules() == Look.Rules.SHADED_HEADER) {
      canvas.area(left - look.gap() / 2, y, xs[content.columns] - left, all, 0.8f);
    }
    if (grouped) {
      drawGroups();
    }
    for (int column = 0; column < content.columns; column++) {
      int of = column;
      boolean inGroup = content.groups.stream().anyMatch(g -> g.from() <= of && of < g.to());
      List<String> text = wrapped(content.headers[column], column, true);
      float first = y + (lines - text.size()) * look.leading();
      drawCell(text, column, first, true);
      boolean tall = grouped && !inGroup && look.hasColumnLines();
      add(grouped && !tall ? 1 : 0, column, tall ? 2 : 1, 1, content.headers[column]);
    }
    y += height;
    headerEnd = y;
    row = grouped ? 2 : 1;
  }

  private void drawGroups() {
    for (Group group : content.groups) {
      float from = xs[group.from()];
      float to = xs[group.to()] - look.gap();
      float width = widthOf(group.text(), look.boldHeader());
      float x = Math.max(from, from + (to - from - width) / 2);
      canvas.text(x, y + look.size(), look.size(), look.boldHeader(), group.text());
      if (look.spanLines() || look.rules() == Look.Rules.FULL) {
        boolean full = look.rules() == Look.Rules.FULL;
        float more = full ? look.gap() / 2 : 0;
        canvas.line(from - more, y + groupHeight(), to + more, y + groupHeight());
      }
      add(0, group.from(), 1, group.to() - group.from(), group.text());
    }
    y += groupHeight();
  }

  private void add(int at, int column, int rows, int columns, String text) {
    if (!text.isEmpty()) {
      cells.add(new TrueCell(at, column, rows, columns, text));
    }
  }

  private float height(String[] values) {
    int lines = 1;
    for (int column = 0; column < content.columns; column++) {
      lines = Math.max(lines, wrapped(values[column], column, false).size());
    }
    return lines * look.leading() + look.pitch();
  }

  private void drawRow(String[] values) {
    float height = height(values);
    float begin = left - look.gap() / 2;
    if (look.rules() == Look.Rules.ZEBRA && row % 2 == 0) {
      canvas.area(begin, y, xs[content.columns] - left, height, 0.85f);
    }
    if (look.hasRowLines()) {
      canvas.line(begin, y, xs[content.columns] - look.gap() / 2, y);
    }
    for (int column = 0; column < content.columns; column++) {
      List<String> lines = wrapped(values[column], column, false);
      drawCell(lines, column, y, false);
      add(row, column, 1, 1, values[column]);
    }
    if (look.leaders() && !values[1].isEmpty()) {
      drawLeaders(values[0]);
    }
    y += height;
    row++;
  }

  private void drawLeaders(String name) {
    float from = xs[0] + widthOf(name, false) + 2;
    int dots = (int) ((xs[1] - look.gap() / 2 - from) / widthOf(".", false));
    if (dots > 3) {
      canvas.text(from, y + look.size(), look.size(), false, ".".repeat(dots));
    }
  }

  private void drawCell(List<String> lines, int column, float from, boolean header) {
    boolean bold = header && look.boldHeader();
    for (int at = 0; at < lines.size(); at++) {
      float free = widths[column] - widthOf(lines.get(at), bold);
      boolean toTheRight = column > 0 && content.kinds[column] < 6;
      float x = xs[column] + (toTheRight ? free : 0);
      if (header && look.centredHeader() && column > 0) {
        x = xs[column] + free / 2;
      }
      x += column == 0 && at > 0 ? look.indent() : 0;
      canvas.text(
          x,
          from + at * look.leading() + look.size() + look.pitch() / 2,
          look.size(),
          bold,
          lines.get(at));
    }
  }

  private List<String> wrapped(String text, int column, boolean header) {
    float limit = widths[column] + 0.1f - (column == 0 ? look.indent() : 0);
    return canvas.wrapped(text, look.size(), header && look.boldHeader(), limit);
  }

  private float widthOf(String text, boolean bold) {
    return canvas.widthOf(text, look.size(), bold);
  }
}
