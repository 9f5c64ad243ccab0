package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Streams a table with one page of it in memory at a time. A header that is repeated on later pages
 * comes once.
 */
final class TableStream implements Enumeration<InputStream> {

  /** A format in which a table is written. */
  interface Format {

    String begin(TableView table);

    /** The part of the table on one page, from this row on. */
    String rows(TablePart part, int from, boolean isFirst);

    String end();
  }

  private final TableQueries queries;
  private final Document document;
  private final TableView table;
  private final Format format;
  private List<String> header;
  private int page;
  private boolean ended;

  private TableStream(TableQueries queries, Document document, TableView table, Format format) {
    this.queries = queries;
    this.document = document;
    this.table = table;
    this.format = format;
  }

  /** UTF-8, read from the database as it is consumed. */
  static InputStream of(TableQueries queries, Document document, TableView table, Format format) {
    InputStream begin = bytes(format.begin(table));
    TableStream parts = new TableStream(queries, document, table, format);
    return new SequenceInputStream(begin, new SequenceInputStream(parts));
  }

  @Override
  public boolean hasMoreElements() {
    return !ended;
  }

  @Override
  public InputStream nextElement() {
    if (ended) {
      throw new NoSuchElementException();
    }
    return bytes(queries.part(document, table.number(), page).map(this::next).orElseGet(this::end));
  }

  private String next(TablePart part) {
    page = part.page();
    boolean isFirst = header == null;
    boolean repeats = !isFirst && part.headerRows() > 0 && part.header().equals(header);
    header = isFirst ? part.header() : header;
    return format.rows(part, repeats ? part.headerRows() : 0, isFirst);
  }

  private String end() {
    ended = true;
    return format.end();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
