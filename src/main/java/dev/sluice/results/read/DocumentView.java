package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.FailureCategory;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.Flag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as its owner sees it.
 *
 * @param title what the PDF says of itself, or null if it says nothing or was not read yet
 * @param timetable profile by which it was read as one, or null if it is none
 * @param source where it lay at its sender, or null
 * @param gaps pages that could not be read, or null if there are none or it is shown in a list
 * @param defects codes of what was wrong with its file, or null if nothing was
 * @param flags what to know about its results, or null as for {@code gaps}
 * @param matches pages that hold the words that a list was searched for, else null
 * @param queuePosition of one that waits, else null
 * @param waitSeconds an estimate for it
 * @param expiresAt when it goes, with its results, or when it went; null: never
 * @param originalDeletedAt since when its original is no longer available, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentView(
    DocumentId id,
    DocumentState state,
    String fileName,
    String title,
    String timetable,
    long sizeBytes,
    String sha256,
    Origin origin,
    String source,
    Lane lane,
    String profile,
    Integer pageCount,
    int pagesDone,
    int attempts,
    FailureView failure,
    List<String> defects,
    List<GapView> gaps,
    List<Flag> flags,
    Instant receivedAt,
    Instant startedAt,
    Instant completedAt,
    Instant expiresAt,
    Instant originalDeletedAt,
    List<PageMatch> matches,
    Integer queuePosition,
    Integer waitSeconds,
    Map<String, String> links) {

  private static final List<String> RESULTS =
      List.of("text", "markdown", "pages", "tables", "fields", "annotations", "events", "metadata");

  /** Why a document ended without results, or is tried again. */
  public record FailureView(
      FailureCode code, FailureCategory category, String detail, String advice) {

    /** The document's failure; null if it has none. */
    public static FailureView of(Document document) {
      if (document.failureCode() == null) {
        return null;
      }
      FailureCode code = FailureCode.stored(document.failureCode());
      return new FailureView(code, code.category(), document.failureDetail(), code.advice());
    }
  }

  /** Why pages are missing. */
  public record GapView(int from, int to, FailureCode code, String detail, String advice) {

    static GapView of(Gap gap) {
      FailureCode code = FailureCode.stored(gap.code());
      return new GapView(gap.pages().from(), gap.pages().to(), code, gap.detail(), code.advice());
    }
  }

  /** In a list: without its gaps, its flags and its place in the queue. */
  static DocumentView of(Document document, Findings findings, List<PageMatch> matches) {
    return of(document, findings, List.of(), List.of(), matches, null);
  }

  /** Alone: without matches, as nothing was searched for. */
  static DocumentView of(
      Document document,
      Findings findings,
      List<Gap> gaps,
      List<Flag> flags,
      QueuePosition waiting) {
    return of(document, findings, gaps, flags, null, waiting);
  }

  private static DocumentView of(
      Document document,
      Findings findings,
      List<Gap> gaps,
      List<Flag> flags,
      List<PageMatch> matches,
      QueuePosition waiting) {
    return new DocumentView(
        document.id(),
        document.state(),
        document.fileName(),
        findings.title(),
        findings.timetable(),
        document.sizeBytes(),
        document.sha256(),
        document.origin(),
        document.originRef(),
        document.lane(),
        document.profile(),
        document.pageCount(),
        document.pagesDone(),
        document.attemptsSpent(),
        FailureView.of(document),
        document.defects().isEmpty() ? null : document.defects(),
        gaps.isEmpty() ? null : gaps.stream().map(GapView::of).toList(),
        flags.isEmpty() ? null : flags,
        document.receivedAt(),
        document.startedAt(),
        document.completedAt(),
        document.expiresAt(),
        document.originalDeletedAt(),
        matches,
        waiting == null ? null : waiting.position(),
        waiting == null ? null : waiting.seconds(),
        linksOf(document));
  }

  private static Map<String, String> linksOf(Document document) {
    String self = "/api/v1/documents/" + document.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    if (!document.state().isFinal()) {
      links.put("progress", self + "/progress");
    }
    if (document.originalDeletedAt() == null) {
      links.put("original", self + "/original");
    }
    if (document.state() == DocumentState.COMPLETED) {
      RESULTS.forEach(result -> links.put(result, self + "/" + result));
      if (document.originalDeletedAt() == null) {
        links.put("thumbnail", self + "/thumbnail");
      }
    }
    return links;
  }
}
