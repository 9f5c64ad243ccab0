package dev.sluice.results.write;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.FileDefect;
import dev.sluice.model.document.PageText;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.TableJoiner;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.table.TableFinder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the pages of a document, with what is on them, a bounded batch at a time. */
@Component
class PageRowWriter {

  /** Largest number of characters of text in a batch, which limits its memory. */
  private static final int BATCH_CHARACTERS = 1_000_000;

  private static final int BATCH_PAGES = 500;

  private static final String INSERT_PAGE =
      """
      INSERT INTO page (document_id, number, width_points, height_points, rotation, text, blocks)
      VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private static final String INSERT_FLAG =
      "INSERT INTO page_flag (document_id, page, number, code, text) VALUES (?, ?, ?, ?, ?)";

  private static final String INSERT_TABLE =
      """
      INSERT INTO document_table (document_id, page, on_page, number, content)
      VALUES (?, ?, ?, ?, ?::jsonb)
      """;

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final int maxTables;

  PageRowWriter(JdbcTemplate jdbc, ObjectMapper json, ParserSettings settings) {
    this.jdbc = jdbc;
    this.maxTables = settings.maxTables();
    this.json = json.copy().addMixIn(Cell.class, WithoutWords.class);
  }

  /** Inserts what is wrong with a document's file, as flags of the whole. */
  void insert(DocumentId id, List<FileDefect> defects) {
    for (int at = 0; at < defects.size(); at++) {
      jdbc.update(
          INSERT_FLAG, id.value(), 0, at + 1, defects.get(at).code(), defects.get(at).text());
    }
  }

  /** Leaves the words of cells out: only the reading of timetables needs their places. */
  private abstract static class WithoutWords {
    @JsonIgnore
    abstract List<Word> words();
  }

  /** Writes all of them, in the transaction at hand. */
  void insert(DocumentId id, Iterable<PageContent> pages) {
    jdbc.execute((ConnectionCallback<Void>) connection -> insert(id, pages, connection));
  }

  private Void insert(DocumentId id, Iterable<PageContent> pages, Connection connection)
      throws SQLException {
    try (PreparedStatement page = connection.prepareStatement(INSERT_PAGE);
        PreparedStatement flag = connection.prepareStatement(INSERT_FLAG);
        PreparedStatement table = connection.prepareStatement(INSERT_TABLE);
        AnnotationRows annotations = new AnnotationRows(id, connection, this::toJson)) {
      Batch batch = new Batch(id, page, flag, table, annotations);
      for (PageContent content : pages) {
        batch.add(content);
        batch.executeIfFull();
      }
      batch.execute();
    }
    return null;
  }

  private String toJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("content holds only plain values", e);
    }
  }

  /** The rows of some pages, written to the database together. */
  private final class Batch {

    private final DocumentId id;
    private final PreparedStatement page;
    private final PreparedStatement flag;
    private final PreparedStatement table;
    private final AnnotationRows annotations;
    private final TableJoiner joiner = new TableJoiner();
    private int pages;
    private int characters;
    private int tables;

    private Batch(
        DocumentId id,
        PreparedStatement page,
        PreparedStatement flag,
        PreparedStatement table,
        AnnotationRows annotations) {
      this.annotations = annotations;
      this.id = id;
      this.page = page;
      this.flag = flag;
      this.table = table;
    }

    private void add(PageContent content) throws SQLException {
      addPage(content.page(), toJson(content.blocks()));
      List<Table> kept = kept(content.tables());
      int before = annotations.characters();
      List<Flag> flags = new ArrayList<>(flags(content, kept));
      flags.addAll(annotations.add(content));
      characters += annotations.characters() - before;
      addFlags(content.page().number(), flags);
      joiner.startPage(content.page());
      addTables(content.page().number(), kept);
    }

    private List<Table> kept(List<Table> found) {
      List<Table> kept = found.subList(0, Math.min(found.size(), maxTables - tables));
      tables += kept.size();
      return kept;
    }

    private List<Flag> flags(PageContent content, List<Table> kept) {
      if (kept.size() == content.tables().size()) {
        return content.flags();
      }
      List<Flag> flags = new ArrayList<>(content.flags());
      String why = "Tables of the document beyond " + maxTables + " were left out.";
      flags.add(new Flag(content.page().number(), TableFinder.CUT, why));
      return flags;
    }

    private void addPage(PageText text, String blocks) throws SQLException {
      page.setObject(1, id.value());
      page.setInt(2, text.number());
      page.setFloat(3, text.widthPoints());
      page.setFloat(4, text.heightPoints());
      page.setInt(5, text.rotation());
      page.setString(6, text.text());
      page.setString(7, blocks);
      page.addBatch();
      pages++;
      characters += text.text().length() + blocks.length();
    }

    private void addFlags(int number, List<Flag> flags) throws SQLException {
      for (int at = 0; at < flags.size(); at++) {
        flag.setObject(1, id.value());
        flag.setInt(2, number);
        flag.setInt(3, at + 1);
        flag.setString(4, flags.get(at).code());
        flag.setString(5, flags.get(at).text());
        flag.addBatch();
      }
    }

    private void addTables(int number, List<Table> found) throws SQLException {
      for (int at = 0; at < found.size(); at++) {
        String content = toJson(found.get(at));
        table.setObject(1, id.value());
        table.setInt(2, number);
        table.setInt(3, at + 1);
        table.setInt(4, joiner.numberOf(found.get(at)));
        table.setString(5, content);
        table.addBatch();
        characters += content.length();
      }
    }

    private void executeIfFull() throws SQLException {
      if (pages >= BATCH_PAGES || characters >= BATCH_CHARACTERS) {
        execute();
      }
    }

    private void execute() throws SQLException {
      for (PreparedStatement statement : List.of(page, flag, table)) {
        statement.executeBatch();
      }
      annotations.execute();
      pages = 0;
      characters = 0;
    }
  }
}
