package dev.sluice.guarantee;

import java.util.List;

/** A promise that can be checked against all that happened. */
public interface Guarantee {

  /** What broke it: sentences that name the document; empty if it was kept. */
  List<String> violations(History history);
}
