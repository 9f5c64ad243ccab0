package dev.sluice.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Plans who sends what and when: each document once by some door, and some of them again. */
final class Workload {

  private static final double AGAIN = 0.15;

  private final List<ChaosDoor> doors;
  private final Duration length;
  private final Random random;

  Workload(List<ChaosDoor> doors, ChaosOptions options) {
    this.doors = doors;
    this.length = options.length();
    this.random = new Random(options.seed());
  }

  /** In the order of their times. */
  List<Sending> sendings(List<CorpusPdf> papers) {
    List<Sending> sendings = new ArrayList<>();
    for (String owner : Corpus.OWNERS) {
      List<CorpusPdf> own = papers.stream().filter(paper -> paper.owner().equals(owner)).toList();
      sendings.addAll(firstTime(own));
    }
    for (Sending first : List.copyOf(sendings)) {
      if (random.nextDouble() < AGAIN) {
        sendings.add(again(first));
      }
    }
    sendings.sort(Comparator.comparing(Sending::at));
    return sendings;
  }

  private List<Sending> firstTime(List<CorpusPdf> papers) {
    List<Sending> sendings = new ArrayList<>();
    for (int sent = 0; sent < papers.size(); ) {
      ChaosDoor door = anyDoor();
      int together = Math.min(1 + random.nextInt(door.limit()), papers.size() - sent);
      List<CorpusPdf> some = papers.subList(sent, sent + together);
      sendings.add(new Sending(anyTime(), door, some, "key-" + some.get(0).document().name()));
      sent += together;
    }
    return sendings;
  }

  /** By another door, or by the same, then with the same key; before or after, as it happens. */
  private Sending again(Sending first) {
    boolean same = first.door() instanceof UploadDoor && random.nextBoolean();
    return new Sending(
        anyTime(),
        same ? first.door() : anyDoor(),
        first.papers().subList(0, 1),
        same ? first.label() : first.label() + "-again");
  }

  private ChaosDoor anyDoor() {
    return doors.get(random.nextInt(doors.size()));
  }

  private Duration anyTime() {
    return Duration.ofMillis(random.nextLong(length.toMillis()));
  }
}
