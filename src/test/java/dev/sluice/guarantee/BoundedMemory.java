package dev.sluice.guarantee;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** No process ever holds more than its settings allow, whatever the documents are. */
public final class BoundedMemory implements Guarantee {

  @Override
  public List<String> violations(History history) {
    if (history.memory().isEmpty()) {
      return List.of("memory was never measured");
    }
    Collection<MemorySample> peaks =
        history.memory().stream()
            .collect(
                Collectors.toMap(
                    MemorySample::process,
                    sample -> sample,
                    (a, b) -> a.resident() >= b.resident() ? a : b))
            .values();
    return peaks.stream()
        .filter(peak -> peak.resident() > peak.bound())
        .sorted(Comparator.comparing(MemorySample::process))
        .map(BoundedMemory::sentence)
        .toList();
  }

  private static String sentence(MemorySample peak) {
    return "%s held %d MB at %s, where %d MB are allowed"
        .formatted(peak.process(), peak.resident() >> 20, peak.at(), peak.bound() >> 20);
  }
}
