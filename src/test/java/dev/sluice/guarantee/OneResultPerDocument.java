package dev.sluice.guarantee;

import dev.sluice.guarantee.SentDocument.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * However often and by however many doors a content comes, its owner has one document. All receipts
 * have one id, it is completed once, and each page is there once.
 */
public final class OneResultPerDocument implements Guarantee {

  @Override
  public List<String> violations(History history) {
    Map<String, SentDocument> sent =
        history.sent().stream()
            .collect(Collectors.toMap(SentDocument::content, d -> d, (first, twin) -> first));
    Map<String, List<FoundDocument>> found =
        history.found().stream().collect(Collectors.groupingBy(FoundDocument::content));
    List<String> violations = new ArrayList<>();
    found.forEach((content, twins) -> check(sent.get(content), twins, violations));
    checkReceipts(history, found, violations);
    return violations;
  }

  private static void check(
      SentDocument document, List<FoundDocument> twins, List<String> violations) {
    FoundDocument first = twins.get(0);
    String name = document == null ? first.id() : document.name();
    if (document == null) {
      violations.add(name + " was sent by nobody");
    }
    if (twins.size() > 1) {
      violations.add(name + " is there " + twins.size() + " times");
    }
    for (FoundDocument end : twins) {
      checkResult(name, document, end, violations);
    }
  }

  private static void checkResult(
      String name, SentDocument document, FoundDocument end, List<String> violations) {
    boolean completed = end.state().equals("completed");
    if (end.completions() != (completed ? 1 : 0)) {
      violations.add(
          name + " is " + end.state() + " and was completed " + end.completions() + " times");
    }
    if (!completed && !end.pages().isEmpty()) {
      violations.add(name + " is " + end.state() + " and has " + end.pages().size() + " pages");
    }
    boolean counted = completed && document != null && document.nature() == Nature.VALID;
    if (counted && end.pages().size() > document.pages().size()) {
      violations.add(
          name + " has " + end.pages().size() + " pages, not " + document.pages().size());
    }
  }

  private static void checkReceipts(
      History history, Map<String, List<FoundDocument>> found, List<String> violations) {
    Map<SentDocument, Set<String>> ids =
        history.acknowledgements().stream()
            .collect(
                Collectors.groupingBy(
                    Acknowledgement::document,
                    Collectors.mapping(Acknowledgement::id, Collectors.toSet())));
    ids.forEach(
        (document, named) -> {
          Set<String> there =
              found.getOrDefault(document.content(), List.of()).stream()
                  .map(FoundDocument::id)
                  .collect(Collectors.toSet());
          if (named.size() > 1 || !there.isEmpty() && !there.containsAll(named)) {
            violations.add(document.name() + " has receipts for " + named + ", but is " + there);
          }
        });
  }
}
