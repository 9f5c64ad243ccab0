package dev.sluice.results.download;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.results.read.OwnerDocuments;
import dev.sluice.results.read.ResultStreams;
import dev.sluice.store.claimcheck.ClaimCheck;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.timetable.StoredTimetables;
import dev.sluice.timetable.Timetable;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Finds the documents of a download, and opens what is wanted of them. */
@Component
class DownloadSource {

  private final Ledger ledger;
  private final OwnerDocuments documents;
  private final ClaimCheck claims;
  private final ResultStreams results;
  private final StoredTimetables timetables;

  DownloadSource(
      Ledger ledger,
      OwnerDocuments documents,
      ClaimCheck claims,
      ResultStreams results,
      StoredTimetables timetables) {
    this.ledger = ledger;
    this.documents = documents;
    this.claims = claims;
    this.results = results;
    this.timetables = timetables;
  }

  /** A document that was asked for, which may not be there. */
  record Wanted(DocumentId id, Optional<Document> found) {

    private static Wanted of(Document document) {
      return new Wanted(document.id(), Optional.of(document));
    }
  }

  /** The documents, asked for one by one or some at a time. */
  Iterator<Wanted> wanted(String owner, DownloadRequest request) {
    if (request.ids() != null) {
      return request.ids().stream().map(id -> new Wanted(id, ledger.find(owner, id))).iterator();
    }
    Iterator<Document> all =
        request.batch() == null ? documents.all(owner) : documents.of(owner, request.batch());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Wanted next() {
        return Wanted.of(all.next());
      }
    };
  }

  boolean isThere(Document document) {
    return ledger.find(document.owner(), document.id()).isPresent();
  }

  /** Opens the original; throws {@link FailureException} if the store does not have it any more. */
  InputStream original(Document document) {
    try {
      return claims.open(document.claimKey());
    } catch (NoSuchKeyException gone) {
      throw new FailureException(
          FailureCode.ORIGINAL_GONE, "The document's original is not stored any more.", gone);
    }
  }

  ResultStreams results() {
    return results;
  }

  Optional<Timetable> timetable(Document document) {
    return timetables.find(document);
  }
}
