package dev.sluice.results.read;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open stream and what it follows.
 *
 * @param batch whose documents it follows, also those that join it later; null: given ones
 */
record ProgressWatch(String owner, BatchId batch, ProgressStream stream) {

  /** The documents to look for: those that have not ended, and those that have joined its batch. */
  Set<DocumentId> wanted(Map<BatchId, Set<DocumentId>> members) {
    Set<DocumentId> wanted = stream.unfinished();
    if (batch != null) {
      members.getOrDefault(batch, Set.of()).stream()
          .filter(id -> !stream.follows(id))
          .forEach(wanted::add);
    }
    return wanted;
  }

  /** Tells of the wanted ones what was found. */
  void tell(Set<DocumentId> wanted, Map<DocumentId, Progress> found) {
    List<Progress> latest = wanted.stream().map(found::get).toList();
    stream.tell(latest);
  }
}
