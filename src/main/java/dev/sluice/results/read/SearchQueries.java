package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.store.database.ResultReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows where in documents the words stand that were searched for. */
@Component
class SearchQueries {

  /** Largest number of pages that are shown of a document. */
  private static final int SHOWN_PAGES = 3;

  private static final String HEADLINE =
      "StartSel=%c, StopSel=%c, MinWords=12, MaxWords=28, ShortWord=0"
          .formatted(PageMatch.BEGIN, PageMatch.END);

  private final JdbcClient jdbc;
  private final ResultReader results;

  SearchQueries(JdbcClient jdbc, ResultReader results) {
    this.jdbc = jdbc;
    this.results = results;
  }

  /** The first pages of each document that hold the words, in order. */
  Map<DocumentId, List<PageMatch>> matches(Collection<Document> found, SearchText text) {
    UUID[] ids = found.stream().map(document -> document.id().value()).toArray(UUID[]::new);
    boolean settled =
        results
            .settledBefore()
            .filter(
                line ->
                    found.stream()
                        .map(Document::completedAt)
                        .allMatch(time -> time != null && time.isBefore(line)))
            .isPresent();
    return settled
        ? results.readSettled(database -> matches(database, ids, text))
        : matches(jdbc, ids, text);
  }

  // Snippets are made of what is shown only: to make one, a page is read word by word.
  private static Map<DocumentId, List<PageMatch>> matches(
      JdbcClient database, UUID[] ids, SearchText text) {
    return database
        .sql(
            """
            WITH hit AS (
              SELECT document_id, number,
                row_number() OVER (PARTITION BY document_id ORDER BY number) AS place
              FROM page
              WHERE document_id = ANY(:ids) AND to_tsvector('simple', left(text, 100000))
                @@ %1$s)
            SELECT document_id, number,
              ts_headline('simple', translate(left(text, 100000), :marks, ''),
                %1$s, :headline) AS snippet
            FROM hit JOIN page USING (document_id, number)
            WHERE place <= :pages ORDER BY document_id, number
            """
                .formatted(text.query()))
        .param("ids", ids)
        .param("text", text.text())
        .param("marks", "" + PageMatch.BEGIN + PageMatch.END)
        .param("headline", HEADLINE)
        .param("pages", SHOWN_PAGES)
        .query(
            (row, n) ->
                Map.entry(
                    new DocumentId(row.getObject("document_id", UUID.class)),
                    PageMatch.of(row.getInt("number"), row.getString("snippet"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
