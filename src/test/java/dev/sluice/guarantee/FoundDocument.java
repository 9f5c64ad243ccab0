package dev.sluice.guarantee;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A document as it was found in ledger and stores at the end.
 *
 * @param failure code, or null
 * @param completions how often it became completed
 * @param pages their texts in order
 * @param originalSha256 of what the object store has, or null if it has nothing
 */
public record FoundDocument(
    String id,
    String owner,
    String sha256,
    String state,
    String failure,
    Instant receivedAt,
    int completions,
    List<String> pages,
    String originalSha256) {

  private static final Set<String> FINAL =
      Set.of("completed", "invalid", "dead", "cancelled", "expired");

  boolean isFinal() {
    return FINAL.contains(state);
  }

  boolean hasOriginal() {
    return sha256.equals(originalSha256);
  }

  FoundDocument withOriginal(String sha256OfOriginal) {
    return new FoundDocument(
        id, owner, sha256, state, failure, receivedAt, completions, pages, sha256OfOriginal);
  }

  FoundDocument receivedAt(Instant at) {
    return new FoundDocument(
        id, owner, sha256, state, failure, at, completions, pages, originalSha256);
  }

  String content() {
    return owner + " " + sha256;
  }
}
