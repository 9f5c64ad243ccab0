package dev.sluice.results.download;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.results.download.DownloadSource.Wanted;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The files of a download, each opened when it is its turn. The last one lists the documents that
 * do not have what was asked for.
 */
final class DownloadedFiles implements Iterator<DownloadedFile> {

  private static final String MISSING = "_missing.txt";

  private final DownloadSource source;
  private final DownloadContent content;
  private final Iterator<Wanted> wanted;
  private final EntryNames names = new EntryNames(MISSING);
  private final StringBuilder missing = new StringBuilder();
  private Iterator<DownloadedFile> current = Collections.emptyIterator();
  private Document begun;

  DownloadedFiles(DownloadSource source, DownloadContent content, Iterator<Wanted> wanted) {
    this.source = source;
    this.content = content;
    this.wanted = wanted;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && (begun != null || wanted.hasNext())) {
      advance();
    }
    return current.hasNext() || !missing.isEmpty();
  }

  @Override
  public DownloadedFile next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.hasNext() ? current.next() : missing();
  }

  private void advance() {
    if (begun == null) {
      Wanted next = wanted.next();
      next.found().ifPresentOrElse(this::begin, () -> miss(next.id(), "not-found", ""));
    } else {
      end();
    }
  }

  private void begin(Document document) {
    current =
        new DocumentFiles(source, names, document)
            .of(content, reason -> miss(document.id(), reason, document.fileName()));
    begun = current.hasNext() ? document : null;
  }

  /** Results that were deleted meanwhile may have ended early. */
  private void end() {
    if (content != DownloadContent.ORIGINALS && !source.isThere(begun)) {
      miss(begun.id(), "deleted", begun.fileName());
    }
    begun = null;
  }

  private void miss(DocumentId id, String reason, String name) {
    missing.append(reason).append(' ').append(id).append(' ').append(name).append('\n');
  }

  private DownloadedFile missing() {
    InputStream list =
        new ByteArrayInputStream(missing.toString().getBytes(StandardCharsets.UTF_8));
    missing.setLength(0);
    return DownloadedFile.text(MISSING, Instant.now(), list);
  }
}
