package dev.sluice.timetable;

import dev.sluice.content.PageContent;
import dev.sluice.content.Table;
import java.util.ArrayList;
import java.util.List;

/** The rows of a timetable, gathered page by page. */
final class Sheet {

  /** More rows than any timetable has; what is beyond is not understood. */
  static final int MAX_ROWS = 20_000;

  private final Profile profile;
  private final List<SheetRow> rows = new ArrayList<>();
  private final List<NotUnderstood> strange = new ArrayList<>();
  private TableColumns columns;

  Sheet(Profile profile) {
    this.profile = profile;
  }

  /** The next page. */
  void add(PageContent page) {
    page.tables().forEach(this::add);
  }

  List<SheetRow> rows() {
    return rows;
  }

  /** Rows that belong to nothing. */
  List<NotUnderstood> strange() {
    return strange;
  }

  private void add(Table table) {
    int first = 0;
    var own = TableColumns.of(profile, table);
    if (own.isPresent()) {
      columns = own.get();
      first = 1;
    }
    boolean known = columns != null && columns.fit(table);
    for (int number = first; number < table.rows(); number++) {
      if (known) {
        add(columns.row(table, number), number == 0);
      } else {
        leave(table, number);
      }
    }
  }

  /** A first row of a page without its beginning is the rest of the row before. */
  private void add(SheetRow row, boolean atTop) {
    if (row.isEmpty()) {
      return;
    }
    SheetRow above = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    boolean begins = row.has(profile.rowBegins());
    if (!begins && atTop && above != null && above.page() < row.page()) {
      above.add(row);
      return;
    }
    if (above != null) {
      profile.fillDown().forEach(field -> row.fillFrom(above, field));
    }
    if (row.has(profile.rowBegins()) && rows.size() < MAX_ROWS) {
      rows.add(row);
    } else {
      strange.add(new NotUnderstood(row.page(), row.text()));
    }
  }

  private void leave(Table table, int number) {
    String text =
        table.cells().stream()
            .filter(cell -> cell.row() == number && !cell.text().isBlank())
            .map(cell -> Text.line(cell.text()))
            .reduce((left, right) -> left + " | " + right)
            .orElse("");
    if (!text.isEmpty()) {
      strange.add(new NotUnderstood(table.page(), text));
    }
  }
}
