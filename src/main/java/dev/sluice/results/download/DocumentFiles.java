package dev.sluice.results.download;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureException;
import dev.sluice.results.read.TableView;
import dev.sluice.timetable.calendar.EventsCsv;
import dev.sluice.web.OwnedDocuments;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The files that are made of one document. */
final class DocumentFiles {

  private final DownloadSource source;
  private final EntryNames names;
  private final Document document;

  DocumentFiles(DownloadSource source, EntryNames names, Document document) {
    this.source = source;
    this.names = names;
    this.document = document;
  }

  /** What is wanted of it; if it does not have that, why not is said instead. */
  Iterator<DownloadedFile> of(DownloadContent content, Consumer<String> missing) {
    try {
      return switch (content) {
        case ORIGINALS -> original();
        case TEXT -> text(".txt", source.results().text(completed()));
        case MARKDOWN -> text(".md", source.results().markdown(completed()));
        case TABLES -> tables(missing);
        case EVENTS -> events(missing);
      };
    } catch (FailureException none) {
      missing.accept(none.failure().code().label());
      return Collections.emptyIterator();
    }
  }

  private Document completed() {
    OwnedDocuments.requireResults(document);
    return document;
  }

  private Iterator<DownloadedFile> original() {
    OwnedDocuments.requireOriginal(document);
    InputStream original = source.original(document);
    String name = names.next(document.fileName());
    return List.of(DownloadedFile.asItIs(name, document.receivedAt(), original)).iterator();
  }

  private Iterator<DownloadedFile> tables(Consumer<String> missing) {
    Iterator<TableView> tables = source.results().tables(completed());
    if (!tables.hasNext()) {
      missing.accept("no-tables");
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return tables.hasNext();
      }

      @Override
      public DownloadedFile next() {
        TableView table = tables.next();
        return file(" table " + table.number(), ".csv", source.results().csv(document, table));
      }
    };
  }

  private Iterator<DownloadedFile> events(Consumer<String> missing) {
    return source
        .timetable(completed())
        .map(timetable -> text(".csv", bytes(EventsCsv.text(timetable.events()))))
        .orElseGet(
            () -> {
              missing.accept("no-events");
              return Collections.emptyIterator();
            });
  }

  private Iterator<DownloadedFile> text(String ending, InputStream content) {
    return List.of(file("", ending, content)).iterator();
  }

  private DownloadedFile file(String addition, String ending, InputStream content) {
    String name = names.next(document.fileName(), addition, ending);
    return DownloadedFile.text(name, document.receivedAt(), content);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
