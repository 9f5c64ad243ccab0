package dev.sluice.guarantee;

import dev.sluice.guarantee.DroppedFile.Fate;
import dev.sluice.guarantee.SentDocument.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * No document that has a receipt, or left the place where it was dropped, is lost. It ends as rows
 * or as a named failure, with its original; a good document ends as rows.
 */
public final class NoLostDocument implements Guarantee {

  @Override
  public List<String> violations(History history) {
    Map<String, FoundDocument> found =
        history.found().stream()
            .collect(Collectors.toMap(FoundDocument::content, d -> d, (first, twin) -> first));
    List<String> violations = new ArrayList<>();
    for (SentDocument document : promised(history)) {
      FoundDocument end = found.get(document.content());
      String fault = end == null ? "is not there" : fault(document, end);
      if (fault != null) {
        violations.add(document.name() + " " + fault);
      }
    }
    refusedGoodOnes(history).forEach(violations::add);
    return violations;
  }

  private static Set<SentDocument> promised(History history) {
    Stream<SentDocument> receipts =
        history.acknowledgements().stream().map(Acknowledgement::document);
    Stream<SentDocument> taken =
        history.dropped().stream()
            .filter(DroppedFile::isGone)
            .filter(file -> !isRefused(file))
            .map(DroppedFile::document);
    return Stream.concat(receipts, taken).collect(Collectors.toSet());
  }

  /** A report lies beside it; only a bad document may end so. */
  private static boolean isRefused(DroppedFile file) {
    return file.fate() == Fate.ERROR && file.document().nature() == Nature.INVALID;
  }

  private static Stream<String> refusedGoodOnes(History history) {
    return history.refusals().stream()
        .filter(refusal -> refusal.document().nature() == Nature.VALID)
        .map(
            refusal ->
                refusal.document().name()
                    + " is good and was refused by "
                    + refusal.door()
                    + ": "
                    + refusal.code());
  }

  private static String fault(SentDocument document, FoundDocument end) {
    if (!end.isFinal()) {
      return "is stuck as " + end.state();
    }
    if (!allowed(document.nature()).contains(end.state())) {
      return "ended as " + end.state() + " (" + end.failure() + ")";
    }
    if (!end.hasOriginal()) {
      return "has no original, or another one";
    }
    return document.nature() == Nature.VALID ? missingText(document, end) : null;
  }

  private static Set<String> allowed(Nature nature) {
    return switch (nature) {
      case VALID -> Set.of("completed");
      case INVALID -> Set.of("invalid");
      case POISON -> Set.of("dead", "completed");
    };
  }

  private static String missingText(SentDocument document, FoundDocument end) {
    return IntStream.range(0, document.pages().size())
        .filter(
            page ->
                page >= end.pages().size()
                    || !end.pages().get(page).contains(document.pages().get(page)))
        .mapToObj(page -> "lacks the text of page " + (page + 1))
        .findFirst()
        .orElse(null);
  }
}
