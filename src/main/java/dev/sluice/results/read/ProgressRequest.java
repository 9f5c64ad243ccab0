package dev.sluice.results.read;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents whose progress a caller wants to follow.
 *
 * @param ids of documents, or null if it is a batch
 * @param batch or null
 */
record ProgressRequest(List<DocumentId> ids, BatchId batch) {

  private static final int MAX_IDS = 100;

  /** Reads a request's parameters; throws {@link FailureException} unless it names just one. */
  static ProgressRequest of(ApiRequest request) {
    ProgressRequest wanted =
        new ProgressRequest(
            request.read("ids", ProgressRequest::ids), request.read("batch", BatchId::of));
    if ((wanted.ids() == null) == (wanted.batch() == null)) {
      throw new FailureException(FailureCode.BAD_REQUEST, "Name either ids or a batch.");
    }
    return wanted;
  }

  private static List<DocumentId> ids(String text) {
    String[] ids = text.split(",", -1);
    if (ids.length > MAX_IDS) {
      throw new IllegalArgumentException("too many");
    }
    return Stream.of(ids).map(DocumentId::of).distinct().toList();
  }
}
