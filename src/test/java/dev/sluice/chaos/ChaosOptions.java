package dev.sluice.chaos;

import java.time.Duration;
import java.util.Locale;

/**
 * The options of a run.
 *
 * @param documents at least this many are sent
 * @param kills of parts by kill -9; freezes, faults of lines and full disks come on top
 * @param seed of everything that is left to chance
 * @param length how long the disturbances go on; zero: as long as the kills take
 */
record ChaosOptions(int documents, int kills, long seed, Replicas replicas, Duration length) {

  private static final Duration PACE = Duration.ofSeconds(8);

  /** How many applications there are. */
  enum Replicas {
    ONE,
    TWO,
    /** One for the first half of the run, two for the second. */
    BOTH
  }

  ChaosOptions {
    require(documents >= 10, "--documents must be at least 10");
    require(kills >= 1, "--kills must be at least 1");
    if (length.isZero()) {
      length = PACE.multipliedBy(kills + freezes(kills) + lineFaults(kills) + fullDisks(kills));
    }
  }

  /** Reads --documents N --kills N --seed N --replicas 1|2|both --minutes M, all optional. */
  static ChaosOptions parse(String... arguments) {
    ChaosOptions options =
        new ChaosOptions(300, 10, System.nanoTime() % 1_000_000, Replicas.TWO, Duration.ZERO);
    int documents = options.documents;
    int kills = options.kills;
    long seed = options.seed;
    Replicas replicas = options.replicas;
    Duration length = Duration.ZERO;
    for (int i = 0; i < arguments.length; i += 2) {
      require(i + 1 < arguments.length, arguments[i] + " needs a value");
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--documents" -> documents = Integer.parseInt(value);
        case "--kills" -> kills = Integer.parseInt(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--replicas" -> replicas = replicas(value);
        case "--minutes" -> length = Duration.ofMillis((long) (Double.parseDouble(value) * 60_000));
        default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
      }
    }
    return new ChaosOptions(documents, kills, seed, replicas, length);
  }

  int freezes() {
    return freezes(kills);
  }

  int lineFaults() {
    return lineFaults(kills);
  }

  int fullDisks() {
    return fullDisks(kills);
  }

  private static int freezes(int kills) {
    return Math.max(2, kills / 3);
  }

  private static int lineFaults(int kills) {
    return Math.max(3, kills / 2);
  }

  private static int fullDisks(int kills) {
    return Math.max(1, kills / 10);
  }

  private static Replicas replicas(String value) {
    return switch (value) {
      case "1" -> Replicas.ONE;
      case "2" -> Replicas.TWO;
      default -> Replicas.valueOf(value.toUpperCase(Locale.ROOT));
    };
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
