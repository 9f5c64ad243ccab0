package dev.sluice.ops.board;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * When a number of a metric is a problem. It says the same as the alert rule of this name in {@code
 * config/alerts/sluice.yaml}; a test compares them.
 *
 * @param alert the alert rule
 * @param meter whose number is looked at
 * @param bound with which it is compared
 * @param after how long it must be so; shorter is no problem
 * @param problem what it says
 */
record BoardRule(String alert, String meter, Bound bound, Duration after, Text problem) {

  /** How a number is compared. */
  enum Comparison {
    ABOVE,
    BELOW,
    EQUAL
  }

  /** What a number must not be. */
  record Bound(Comparison comparison, double threshold) {
    boolean isMetBy(double value) {
      return switch (comparison) {
        case ABOVE -> value > threshold;
        case BELOW -> value < threshold;
        case EQUAL -> value == threshold;
      };
    }
  }

  /**
   * What is said of a problem.
   *
   * @param critical whether somebody has to look now
   * @param runbook heading in docs/operations.md, as an anchor
   */
  record Text(String code, boolean critical, String text, String advice, String runbook) {}

  /** Whether it is so now. */
  boolean isBroken(MeterReader meters) {
    OptionalDouble value = bound.comparison() == Comparison.BELOW ? meters.min(meter) : sum(meters);
    return value.isPresent() && bound.isMetBy(value.getAsDouble());
  }

  private OptionalDouble sum(MeterReader meters) {
    OptionalDouble value = meters.sum(meter);
    return value.isPresent() ? OptionalDouble.of(Math.abs(value.getAsDouble())) : value;
  }
}
