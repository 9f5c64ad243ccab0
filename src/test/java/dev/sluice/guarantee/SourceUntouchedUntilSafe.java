package dev.sluice.guarantee;

import dev.sluice.guarantee.DroppedFile.Fate;
import dev.sluice.guarantee.SentDocument.Nature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A dropped file leaves its place only when its document is safe or it was refused for good. Safe
 * means entered, with the original stored; and the file is moved, never just removed.
 */
public final class SourceUntouchedUntilSafe implements Guarantee {

  @Override
  public List<String> violations(History history) {
    Map<String, FoundDocument> found =
        history.found().stream()
            .collect(Collectors.toMap(FoundDocument::content, d -> d, (first, twin) -> first));
    return history.dropped().stream()
        .filter(DroppedFile::isGone)
        .map(file -> violation(file, found.get(file.document().content())))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String violation(DroppedFile file, FoundDocument document) {
    String what = file.document().name() + " at " + file.source();
    if (file.fate() == Fate.VANISHED) {
      return what + " vanished";
    }
    if (file.fate() == Fate.ERROR) {
      return file.document().nature() == Nature.INVALID ? null : what + " is good and was refused";
    }
    if (document == null) {
      return what + " was taken away and never entered";
    }
    if (!document.hasOriginal()) {
      return what + " was taken away, and its original is not stored";
    }
    return enteredAfter(file.goneAt(), document)
        ? what + " was gone at " + file.goneAt() + ", entered at " + document.receivedAt()
        : null;
  }

  private static boolean enteredAfter(Instant gone, FoundDocument document) {
    return document.receivedAt().isAfter(gone);
  }
}
