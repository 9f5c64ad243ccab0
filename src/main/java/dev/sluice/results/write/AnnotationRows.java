package dev.sluice.results.write;

import dev.sluice.model.document.DocumentId;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.pdf.content.PageContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The form fields and comments of a document, page by page. A field that is on several pages, or in
 * several parts of a large document, comes once: with the first page.
 */
final class AnnotationRows implements AutoCloseable {

  /** Characters of all fields of a document, and of all its comments. */
  private static final int MAX_CHARACTERS = 10_000_000;

  private static final String INSERT_FIELD =
      "INSERT INTO form_field (document_id, number, field) VALUES (?, ?, ?::jsonb)";

  private static final String INSERT_ANNOTATION =
      "INSERT INTO page_annotation (document_id, number, annotation) VALUES (?, ?, ?::jsonb)";

  private final DocumentId id;
  private final Function<Object, String> json;
  private final PreparedStatement field;
  private final PreparedStatement annotation;
  private final Set<String> names = new HashSet<>();
  private int fields;
  private int annotations;
  private int charactersOfFields;
  private int charactersOfAnnotations;
  private boolean isCut;

  AnnotationRows(DocumentId id, Connection connection, Function<Object, String> json)
      throws SQLException {
    this.id = id;
    this.json = json;
    this.field = connection.prepareStatement(INSERT_FIELD);
    this.annotation = connection.prepareStatement(INSERT_ANNOTATION);
  }

  /** Adds those of a page to the batch; a flag says if some were left out. */
  List<Flag> add(PageContent page) throws SQLException {
    isCut = false;
    for (FormField found : page.fields()) {
      add(found);
    }
    for (PageAnnotation found : page.annotations()) {
      add(found);
    }
    String why = "Form fields or comments of the document beyond 10,000 were left out.";
    return isCut ? List.of(new Flag(page.page().number(), "annotations-cut", why)) : List.of();
  }

  /** Characters that were added since the document began. */
  int characters() {
    return charactersOfFields + charactersOfAnnotations;
  }

  private void add(FormField found) throws SQLException {
    if (names.contains(found.name())) {
      return;
    }
    if (fields == FormField.MAX_FIELDS
        || charactersOfFields + found.characters() > MAX_CHARACTERS) {
      isCut = true;
      return;
    }
    names.add(found.name());
    charactersOfFields += found.characters();
    insert(field, ++fields, found);
  }

  private void add(PageAnnotation found) throws SQLException {
    if (annotations == PageAnnotation.MAX_ANNOTATIONS
        || charactersOfAnnotations + found.characters() > MAX_CHARACTERS) {
      isCut = true;
      return;
    }
    charactersOfAnnotations += found.characters();
    insert(annotation, ++annotations, found);
  }

  private void insert(PreparedStatement row, int number, Object content) throws SQLException {
    row.setObject(1, id.value());
    row.setInt(2, number);
    row.setString(3, json.apply(content));
    row.addBatch();
  }

  /** Writes what was added. */
  void execute() throws SQLException {
    field.executeBatch();
    annotation.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    field.close();
    annotation.close();
  }
}
