package dev.sluice.chaos;

import dev.sluice.chaos.ChaosOptions.Replicas;
import dev.sluice.chaos.Disturbance.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Everything that will go wrong in a run, drawn before it begins; equal options give equal plans.
 */
record ChaosPlan(List<Disturbance> disturbances) {

  static final String BOTH = "apps";
  static final String FIRST = "app1";
  static final String SECOND = "app2";
  static final String PARSERS = "parsers";

  private static final List<String> SERVERS = List.of("kafka", "postgres", "s3", "sftp");

  static ChaosPlan draw(ChaosOptions options) {
    return new Drawing(options).plan();
  }

  private static final class Drawing {

    private final ChaosOptions options;
    private final Random random;
    private final boolean alone;

    Drawing(ChaosOptions options) {
      this.options = options;
      this.random = new Random(options.seed());
      this.alone = options.replicas() == Replicas.ONE;
    }

    ChaosPlan plan() {
      List<Disturbance> untimed = new ArrayList<>();
      for (String target : someOf(killed(), options.kills())) {
        untimed.add(lasting(Kind.KILL, target, 500, 5000));
      }
      for (String target : someOf(frozen(), options.freezes())) {
        // Sometimes longer than any lease, but shorter than what makes a parser look hung.
        untimed.add(lasting(Kind.FREEZE, target, 2000, target.equals(PARSERS) ? 6000 : 10_000));
      }
      List<Kind> faults = shuffled(List.of(Kind.CUT, Kind.SLOW, Kind.STALL));
      List<String> lines = someOf(lines(), options.lineFaults());
      for (int n = 0; n < lines.size(); n++) {
        untimed.add(lasting(faults.get(n % faults.size()), lines.get(n), 2000, 8000));
      }
      for (int n = 0; n < options.fullDisks(); n++) {
        untimed.add(lasting(Kind.FILL_DISK, alone || n % 2 == 0 ? FIRST : SECOND, 4000, 9000));
      }
      return new ChaosPlan(spread(shuffled(untimed)));
    }

    private List<String> killed() {
      Stream<String> applications =
          alone ? Stream.of(FIRST, FIRST) : Stream.of(FIRST, SECOND, BOTH);
      return Stream.concat(applications, Stream.concat(SERVERS.stream(), Stream.of(PARSERS)))
          .toList();
    }

    private List<String> frozen() {
      return Stream.concat(Stream.of(FIRST, alone ? FIRST : SECOND, PARSERS), SERVERS.stream())
          .toList();
    }

    private List<String> lines() {
      return Stream.concat(SERVERS.stream(), Stream.of(FIRST, alone ? FIRST : SECOND)).toList();
    }

    /** Each as often as the others, if it comes out even; in any order. */
    private List<String> someOf(List<String> targets, int count) {
      List<String> drawn = new ArrayList<>();
      while (drawn.size() < count) {
        drawn.addAll(shuffled(targets));
      }
      return drawn.subList(0, count);
    }

    private Disturbance lasting(Kind kind, String target, int least, int limit) {
      return new Disturbance(
          Duration.ZERO, kind, target, Duration.ofMillis(random.nextInt(least, limit)));
    }

    private List<Disturbance> spread(List<Disturbance> untimed) {
      long gap = options.length().toMillis() / untimed.size();
      List<Disturbance> timed = new ArrayList<>();
      for (int n = 0; n < untimed.size(); n++) {
        Disturbance next = untimed.get(n);
        Duration at = Duration.ofMillis(n * gap + random.nextLong(gap));
        timed.add(new Disturbance(at, next.kind(), present(next.target(), at), next.lasts()));
      }
      return timed;
    }

    /** Before the second application is there, the first one takes its place. */
    private String present(String target, Duration at) {
      boolean later = target.equals(SECOND) || target.equals(BOTH);
      boolean early = at.compareTo(options.length().dividedBy(2)) <= 0;
      return later && early && options.replicas() == Replicas.BOTH ? FIRST : target;
    }

    private <T> List<T> shuffled(List<T> things) {
      List<T> copy = new ArrayList<>(things);
      Collections.shuffle(copy, random);
      return copy;
    }
  }
}
