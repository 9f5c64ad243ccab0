package dev.sluice.results.download;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The documents that a caller wants in one file, and what of them.
 *
 * @param ids of documents, or null
 * @param batch whose documents it wants, or null; if there are no ids either, it wants all
 */
record DownloadRequest(List<DocumentId> ids, BatchId batch, DownloadContent content) {

  private static final int MAX_IDS = 100;

  /** Reads a request's parameters; throws {@link FailureException} unless it names just one. */
  static DownloadRequest of(ApiRequest request) {
    List<DocumentId> ids = request.read("ids", DownloadRequest::ids);
    BatchId batch = request.read("batch", BatchId::of);
    Boolean all = request.read("all", text -> ApiRequest.yesOrNo(text) ? true : null);
    if (Stream.of(ids, batch, all).filter(Objects::nonNull).count() != 1) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, "Name either ids, or a batch, or all=true.");
    }
    DownloadContent content = request.read("what", DownloadContent::of);
    return new DownloadRequest(ids, batch, content == null ? DownloadContent.ORIGINALS : content);
  }

  private static List<DocumentId> ids(String text) {
    String[] ids = text.split(",", -1);
    if (ids.length > MAX_IDS) {
      throw new IllegalArgumentException("too many");
    }
    return Arrays.stream(ids).map(DocumentId::of).distinct().toList();
  }
}
