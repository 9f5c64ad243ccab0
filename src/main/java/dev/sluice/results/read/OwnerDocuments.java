package dev.sluice.results.read;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Goes through all documents of an owner or of its batch, however many there are. */
@Component
public class OwnerDocuments {

  private static final int AT_A_TIME = 100;

  private final DocumentQueries queries;
  private final ProgressQueries batches;

  OwnerDocuments(DocumentQueries queries, ProgressQueries batches) {
    this.queries = queries;
    this.batches = batches;
  }

  /** All of them, the newest first. */
  public Iterator<Document> all(String owner) {
    return parts(owner, null);
  }

  /** Those of a batch; throws {@link FailureException} if it is not the owner's. */
  public Iterator<Document> of(String owner, BatchId batch) {
    if (!batches.isBatch(owner, batch)) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such batch.");
    }
    return parts(owner, batch);
  }

  private Iterator<Document> parts(String owner, BatchId batch) {
    return Stream.iterate(
            part(owner, batch, null),
            part -> !part.isEmpty(),
            part -> part(owner, batch, part.get(part.size() - 1).id()))
        .flatMap(List::stream)
        .iterator();
  }

  private List<Document> part(String owner, BatchId batch, DocumentId after) {
    return queries.list(owner, DocumentFilter.after(after, batch), AT_A_TIME);
  }
}
