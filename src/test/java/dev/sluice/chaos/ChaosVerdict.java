package dev.sluice.chaos;

import dev.sluice.guarantee.BoundedMemory;
import dev.sluice.guarantee.Conservation;
import dev.sluice.guarantee.DroppedFile;
import dev.sluice.guarantee.Guarantee;
import dev.sluice.guarantee.History;
import dev.sluice.guarantee.MemorySample;
import dev.sluice.guarantee.NoLostDocument;
import dev.sluice.guarantee.OneResultPerDocument;
import dev.sluice.guarantee.SourceUntouchedUntilSafe;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run has shown. */
final class ChaosVerdict {

  private final ChaosOptions options;
  private final History history;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<String> unanswered = new ArrayList<>();
  private final Map<String, List<String>> violations = new LinkedHashMap<>();

  /** Judges a history that is complete. */
  ChaosVerdict(ChaosOptions options, History history) {
    this.options = options;
    this.history = history;
    judge("lost", new NoLostDocument());
    judge("doubled", new OneResultPerDocument());
    judge("books off", new Conservation());
    judge("sources touched too early", new SourceUntouchedUntilSafe());
    judge("memory beyond bounds", new BoundedMemory());
  }

  /** Adds a line to the table. */
  ChaosVerdict with(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  /** A sender who never got an answer, and why; no promise was broken, but a door was shut. */
  void unanswered(String sending) {
    unanswered.add(sending);
  }

  boolean isGood() {
    return violations.values().stream().allMatch(List::isEmpty)
        && unanswered.isEmpty()
        && notTaken().isEmpty();
  }

  /** Every broken promise, in sentences. */
  List<String> complaints() {
    return Stream.of(
            violations.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(one -> kind.getKey() + ": " + one)),
            unanswered.stream().map(one -> "unanswered: " + one),
            notTaken().stream().map(one -> "not taken: " + one))
        .flatMap(all -> all)
        .toList();
  }

  void print(PrintStream out) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("seed", options.seed());
    table.put("replicas", options.replicas());
    table.put("documents", history.sent().size());
    table.put("receipts by door", count(history.acknowledgements().stream().map(a -> a.door())));
    table.put("refusals by door", count(history.refusals().stream().map(r -> r.door())));
    table.put(
        "dropped files gone, by door",
        count(history.dropped().stream().filter(f -> f.goneAt() != null).map(DroppedFile::door)));
    table.put("final states", count(history.found().stream().map(d -> d.state())));
    table.putAll(facts);
    table.put("times the books were read", history.books().size());
    table.put("peak memory, MB", peaks());
    out.println();
    table.forEach((name, value) -> out.printf("%-50s %s%n", name, value));
    out.println();
    complaints().forEach(out::println);
    out.println(summary());
  }

  private String summary() {
    return Stream.concat(
            violations.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue().size()),
            Stream.of("unanswered " + unanswered.size(), "not taken " + notTaken().size()))
        .collect(Collectors.joining(", ", isGood() ? "GOOD: " : "BAD: ", ""));
  }

  private void judge(String what, Guarantee guarantee) {
    violations.put(what, guarantee.violations(history));
  }

  private List<String> notTaken() {
    return history.dropped().stream()
        .filter(file -> file.goneAt() == null)
        .map(file -> file.document().name() + " at " + file.source())
        .toList();
  }

  private Map<String, Long> peaks() {
    Map<String, Long> peaks = new TreeMap<>();
    for (MemorySample sample : history.memory()) {
      peaks.merge(sample.process(), sample.resident() >> 20, Math::max);
    }
    return peaks;
  }

  private static Map<String, Long> count(Stream<String> things) {
    return things.collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
  }
}
