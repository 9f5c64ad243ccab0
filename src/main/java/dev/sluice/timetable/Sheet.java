package dev.sluice.timetable;

import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the rows of a timetable page by page. They are kept until the last page is read, so their
 * number and size are limited, generously for any real timetable; what exceeds the limits is
 * reported.
 */
final class Sheet {

  static final int MAX_ROWS = 10_000;
  private static final int MAX_WORDS = 100_000;
  private static final int MAX_WORDS_OF_ROW = 1000;

  private final Profile profile;
  private final UnreadRows unread;
  private final List<SheetRow> rows = new ArrayList<>();
  private TableColumns columns;
  private SheetRow above;
  private int words;
  private int seen;

  Sheet(Profile profile, UnreadRows unread) {
    this.profile = profile;
    this.unread = unread;
  }

  /** The next page. */
  void add(PageContent page) {
    PageContext text = new PageContext(page);
    text.lines(columns == null ? header(page) : Optional.empty())
        .forEach(line -> unread.add(page.page().number(), TextNormalizer.line(line)));
    page.tables().forEach(this::add);
  }

  List<SheetRow> rows() {
    return rows;
  }

  /** Number of rows, understood or not; one that is broken over pages counts once. */
  int seen() {
    return seen;
  }

  private Optional<Table> header(PageContent page) {
    return page.tables().stream()
        .filter(table -> TableColumns.of(profile, table).isPresent())
        .findFirst();
  }

  private void add(Table table) {
    Optional<TableColumns> own = TableColumns.of(profile, table);
    columns = own.orElse(columns);
    if (columns == null || !columns.fit(table)) {
      leave(table);
      return;
    }
    boolean atTop = own.isEmpty();
    Iterator<SheetRow> below = columns.rows(table).skip(own.isPresent() ? 1 : 0).iterator();
    while (below.hasNext()) {
      add(below.next(), atTop);
      atTop = false;
    }
  }

  private void add(SheetRow row, boolean atTop) {
    int size = row.size();
    if (size == 0 || (atTop && isRest(row) && goesOn(row, size))) {
      return;
    }
    if (above != null) {
      profile.fillDown().forEach(field -> row.fillFrom(above, field));
    }
    above = row;
    if (row.has(profile.rowBegins()) && rows.size() < MAX_ROWS && hasRoom(size, size)) {
      seen++;
      rows.add(row);
      words += size;
    } else {
      leave(row.lastPage(), row.text());
    }
  }

  /** True for a row that continues one from the page before. */
  private boolean isRest(SheetRow row) {
    return !row.has(profile.rowBegins())
        && !rows.isEmpty()
        && above == rows.get(rows.size() - 1)
        && row.lastPage() == above.lastPage() + 1;
  }

  private boolean goesOn(SheetRow rest, int size) {
    boolean room = hasRoom(above.size() + size, size);
    if (room) {
      above.add(rest);
      words += size;
    }
    return room;
  }

  private boolean hasRoom(int wordsOfRow, int more) {
    return wordsOfRow <= MAX_WORDS_OF_ROW && words + more <= MAX_WORDS;
  }

  private void leave(int page, String row) {
    seen++;
    unread.add(page, row);
  }

  /** Reports the rows of a table that does not have the columns, or does not have them any more. */
  private void leave(Table table) {
    above = null;
    TableColumns.texts(table).forEach(row -> leave(table.page(), row));
  }
}
