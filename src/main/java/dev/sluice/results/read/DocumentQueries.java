package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.content.Flag;
import dev.sluice.store.database.ResultReader;
import dev.sluice.store.ledger.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads documents and results for the API. */
@Component
class DocumentQueries {

  /** Largest number of flags shown with a document; more would bury the rest of the view. */
  private static final int SHOWN_FLAGS = 100;

  /** Longest title shown; the whole of it is in the metadata. */
  private static final int LONGEST_TITLE = 200;

  private final JdbcClient jdbc;
  private final ResultReader results;

  DocumentQueries(JdbcClient jdbc, ResultReader results) {
    this.jdbc = jdbc;
    this.results = results;
  }

  /** The owner's documents, newest first. */
  List<Document> list(String owner, DocumentFilter filter, int limit) {
    Optional<UUID> settled =
        filter.batch() == null // an old document may have joined a batch just now
            ? results.settledBefore().map(DocumentFilter::firstIdAt)
            : Optional.empty();
    if (settled.isEmpty()) {
      return list(jdbc, owner, filter, "TRUE", null, limit);
    }
    UUID line = settled.get();
    List<Document> found = new ArrayList<>(list(jdbc, owner, filter, "d.id >= :line", line, limit));
    int others = limit - found.size();
    if (others > 0) {
      found.addAll(
          results.readSettled(
              database -> list(database, owner, filter, "d.id < :line", line, others)));
    }
    return found;
  }

  private static List<Document> list(
      JdbcClient database, String owner, DocumentFilter filter, String part, UUID line, int limit) {
    return database
        .sql(
            "SELECT d.* FROM document d WHERE "
                + filter.conditions()
                + " AND "
                + part
                + " ORDER BY d.id DESC LIMIT :limit")
        .params(filter.parameters())
        .param("owner", owner)
        .param("line", line)
        .param("limit", limit)
        .query(new DocumentRow())
        .list();
  }

  /** What completed ones among the documents turned out to be. */
  Map<DocumentId, Findings> findings(Collection<Document> documents) {
    UUID[] completed =
        documents.stream()
            .filter(document -> document.state() == DocumentState.COMPLETED)
            .map(document -> document.id().value())
            .toArray(UUID[]::new);
    if (completed.length == 0) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            SELECT m.document_id, nullif(left(btrim(m.metadata->>'title'), :longest), '') AS title,
              t.profile AS timetable
            FROM document_metadata m LEFT JOIN timetable t USING (document_id)
            WHERE m.document_id = ANY(:ids)
            """)
        .param("ids", completed)
        .param("longest", LONGEST_TITLE)
        .query(
            (row, n) ->
                Map.entry(
                    new DocumentId(row.getObject("document_id", UUID.class)),
                    new Findings(row.getString("title"), row.getString("timetable"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The document's metadata as JSON. */
  Optional<String> metadata(Document document) {
    return results.read(
        document,
        database ->
            database
                .sql("SELECT metadata FROM document_metadata WHERE document_id = ?")
                .param(document.id().value())
                .query(String.class)
                .optional());
  }

  /** Pages after the given number, without their text. */
  List<PageView> pages(Document document, int after, int limit) {
    return results.read(
        document,
        database ->
            database
                .sql(
                    """
                    SELECT number, width_points, height_points, rotation, length(text) AS characters
                    FROM page WHERE document_id = :id AND number > :after
                    ORDER BY number LIMIT :limit
                    """)
                .param("id", document.id().value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> page(row, row.getInt("characters"), null, null))
                .list());
  }

  /** One page with its text and blocks. */
  Optional<PageView> page(Document document, int number) {
    return results.read(
        document,
        database ->
            database
                .sql("SELECT * FROM page WHERE document_id = :id AND number = :number")
                .param("id", document.id().value())
                .param("number", number)
                .query(
                    (row, n) -> {
                      String text = row.getString("text");
                      return page(row, text.length(), text, row.getString("blocks"));
                    })
                .optional());
  }

  private static PageView page(ResultSet row, int characters, String text, String blocks)
      throws SQLException {
    return new PageView(
        row.getInt("number"),
        row.getFloat("width_points"),
        row.getFloat("height_points"),
        row.getInt("rotation"),
        characters,
        text,
        blocks);
  }

  /** The pages that could not be read, in order. */
  List<Gap> gaps(Document document) {
    if (document.pageCount() == null || document.pagesDone() == document.pageCount()) {
      return List.of();
    }
    return jdbc.sql("SELECT * FROM page_gap WHERE document_id = ? ORDER BY from_page")
        .param(document.id().value())
        .query(
            (row, n) ->
                new Gap(
                    new PageRange(row.getInt("from_page"), row.getInt("to_page")),
                    row.getString("code"),
                    row.getString("detail")))
        .list();
  }

  /** The first remarks on its pages, in order; those on the whole of it come first. */
  List<Flag> flags(Document document) {
    if (document.state() != DocumentState.COMPLETED) {
      return List.of();
    }
    return jdbc.sql(
            """
            SELECT page, code, text FROM page_flag WHERE document_id = :id
            ORDER BY page, number LIMIT :limit
            """)
        .param("id", document.id().value())
        .param("limit", SHOWN_FLAGS)
        .query(
            (row, n) -> new Flag(row.getInt("page"), row.getString("code"), row.getString("text")))
        .list();
  }

  /**
   * The texts of pages, in order, with a form feed before all but the document's first. The text of
   * an unreadable page is empty; the list is empty if all pages are gone.
   */
  List<String> texts(Document document, PageRange pages) {
    return results.read(
        document,
        database ->
            database
                .sql(
                    """
                    SELECT CASE WHEN number.number > 1 THEN E'\\f' ELSE '' END
                      || coalesce(page.text, '')
                    FROM document CROSS JOIN generate_series(:from, :to) AS number
                    LEFT JOIN page
                      ON page.document_id = document.id AND page.number = number.number
                    WHERE document.id = :id ORDER BY number.number
                    """)
                .param("id", document.id().value())
                .param("from", pages.from())
                .param("to", pages.to())
                .query(String.class)
                .list());
  }
}
