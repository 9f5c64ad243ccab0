package dev.sluice.tables;

import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.page.ReadPages;
import dev.sluice.tables.TrueTable.TrueCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What Sluice finds in a document. */
final class ReadTables {

  private ReadTables() {}

  static List<TrueTable> of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<TrueTable> tables = new ArrayList<>();
      for (PageContent page : ReadPages.of(document).pages()) {
        page.tables().forEach(table -> tables.add(of(table)));
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTable of(Table table) {
    return new TrueTable(
        table.page(),
        table.cells().stream()
            .filter(cell -> !cell.text().isBlank())
            .map(
                cell ->
                    new TrueCell(
                        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text()))
            .toList());
  }
}
