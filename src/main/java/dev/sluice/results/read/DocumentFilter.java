package dev.sluice.results.read;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Origin;
import dev.sluice.web.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Selects the documents that a list shows; null selects any.
 *
 * @param source where it lay at its sender; a prefix if it ends with {@code *}
 * @param batch that they belong to
 * @param from received at or after
 * @param to received before
 * @param gaps completed with some of its pages missing, or with none
 * @param text words that stand together on a page
 * @param after the last document of the part before
 */
public record DocumentFilter(
    DocumentState state,
    Origin origin,
    String source,
    BatchId batch,
    Instant from,
    Instant to,
    Boolean gaps,
    SearchText text,
    DocumentId after) {

  /**
   * Largest difference between the time in a document's id and its arrival, in seconds. Ids hold
   * the time as well, so that a list need not go through all newer documents.
   */
  private static final long APART = Duration.ofDays(2).toSeconds();

  /** Last second after 1970 that fits into an id of version 7. */
  private static final long LAST_SECOND = (1L << 47) / 1000;

  private static final int LONGEST_SOURCE = 2000;

  /** Reads a request's parameters; a bad one is refused by name. */
  static DocumentFilter of(ApiRequest request) {
    return new DocumentFilter(
        request.read("state", DocumentState::of),
        request.read("origin", Origin::of),
        request.read("source", text -> bounded(text, LONGEST_SOURCE)),
        request.read("batch", BatchId::of),
        request.read("from", ApiRequest::time),
        request.read("to", ApiRequest::time),
        request.read("gaps", ApiRequest::yesOrNo),
        SearchText.of(request),
        request.cursor(DocumentId::of));
  }

  /** Selects what comes after a document, of a batch or of all if that is null. */
  static DocumentFilter after(DocumentId last, BatchId batch) {
    return new DocumentFilter(null, null, null, batch, null, null, null, null, last);
  }

  /** The conditions as SQL; their values are {@link #parameters}. */
  String conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("d.owner = :owner");
    if (state != null) {
      conditions.add("d.state = :state");
    }
    if (origin != null) {
      conditions.add(
          "d.origin = :origin" + (origin == Origin.HTTP ? "" : " AND d.origin <> 'http'"));
    }
    if (source != null) {
      conditions.add("d.id IN (SELECT document_id FROM document_source WHERE ref LIKE :source)");
    }
    if (batch != null) {
      conditions.add("d.id IN (SELECT document_id FROM batch_document WHERE batch_id = :batch)");
    }
    if (from != null) {
      conditions.add("d.received_at >= CAST(:from AS timestamptz) AND d.id >= :fromId");
    }
    if (to != null) {
      conditions.add("d.received_at < CAST(:to AS timestamptz) AND d.id < :toId");
    }
    if (gaps != null) {
      conditions.add(
          "d.state = 'completed' AND d.pages_done " + (gaps ? "<" : "=") + " d.page_count");
    }
    if (text != null) {
      conditions.add(
          "d.id IN (SELECT document_id FROM page WHERE to_tsvector('simple', left(text, 100000))"
              + " @@ "
              + text.query()
              + ")");
    }
    if (after != null) {
      conditions.add("d.id < :after");
    }
    return String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("state", state == null ? null : state.label());
    values.put("origin", origin == null ? null : origin.label());
    values.put("source", source == null ? null : pattern(source));
    values.put("batch", batch == null ? null : batch.value());
    values.put("from", from == null ? null : from.toString());
    values.put("to", to == null ? null : to.toString());
    values.put("fromId", from == null ? null : idAt(from.getEpochSecond() - APART));
    values.put("toId", to == null ? null : idAt(to.getEpochSecond() + APART));
    values.put("text", text == null ? null : text.text());
    values.put("after", after == null ? null : after.value());
    return values;
  }

  private static String pattern(String source) {
    boolean open = source.endsWith("*");
    String text = open ? source.substring(0, source.length() - 1) : source;
    return text.replaceAll("([\\\\%_])", "\\\\$1") + (open ? "%" : "");
  }

  /** The lowest id that a document can have which came in at this time. */
  static UUID firstIdAt(Instant time) {
    return idAt(time.getEpochSecond());
  }

  /** The lowest id of version 7 made at a second after 1970. */
  private static UUID idAt(long second) {
    return new UUID(Math.max(0, Math.min(second, LAST_SECOND)) * 1000 << 16, 0);
  }

  private static String bounded(String text, int longest) {
    if (text.length() > longest || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("too long");
    }
    return text;
  }
}
