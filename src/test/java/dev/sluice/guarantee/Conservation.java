package dev.sluice.guarantee;

import java.util.ArrayList;
import java.util.List;

/**
 * At every moment, received documents equal those present, in whatever state, plus those deleted.
 */
public final class Conservation implements Guarantee {

  @Override
  public List<String> violations(History history) {
    List<LedgerView> books = history.books();
    if (books.isEmpty()) {
      return List.of("the books were never read");
    }
    List<String> violations = new ArrayList<>();
    for (LedgerView moment : books) {
      if (moment.imbalance() != 0) {
        violations.add("at " + moment.at() + " the books were off by " + moment.imbalance());
      }
    }
    LedgerView last = books.get(books.size() - 1);
    if (last.present() != history.found().size()) {
      violations.add(
          "the books end with "
              + last.present()
              + " documents, of which "
              + history.found().size()
              + " were found");
    }
    return violations;
  }
}
