package dev.sluice.pdf;

/** How much a machine must offer to restrict forks. */
public enum SandboxMode {
  /** The strictest that works here. */
  AUTO,
  /** All restrictions, or no start. */
  REQUIRED,
  /** None. */
  OFF
}
