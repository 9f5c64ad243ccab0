package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Streams the results of documents, with a few pages in memory at a time. */
@Component
public class ResultStreams {

  private static final int TABLES_AT_A_TIME = 100;

  private final DocumentQueries documents;
  private final MarkdownQueries markdown;
  private final TableQueries tables;

  ResultStreams(DocumentQueries documents, MarkdownQueries markdown, TableQueries tables) {
    this.documents = documents;
    this.markdown = markdown;
    this.tables = tables;
  }

  /** All text, with form feeds between pages; an unreadable page is empty. */
  public InputStream text(Document document) {
    return PageStream.of(document.pageCount(), pages -> documents.texts(document, pages));
  }

  /** Markdown of all pages. */
  public InputStream markdown(Document document) {
    return PageStream.of(document.pageCount(), pages -> markdown.texts(document, pages));
  }

  /** The tables of a document in their order, asked for some at a time. */
  public Iterator<TableView> tables(Document document) {
    return Stream.iterate(
            part(document, 0),
            part -> !part.isEmpty(),
            part -> part(document, part.get(part.size() - 1).number()))
        .flatMap(List::stream)
        .iterator();
  }

  /** One table as CSV. */
  public InputStream csv(Document document, TableView table) {
    return TableStream.of(tables, document, table, new TableAsCsv());
  }

  private List<TableView> part(Document document, int after) {
    return tables.list(document, after, TABLES_AT_A_TIME);
  }
}
