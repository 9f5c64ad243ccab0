package dev.sluice.pdf;

import java.util.Locale;

/** What the operating system takes from a fork. */
public enum SandboxRestriction {
  /** It reaches no network, not even its own machine, and no Unix socket. */
  NO_NETWORK,
  /** It writes to a temporary folder of its own and to its notes on fonts, and to nothing else. */
  READ_ONLY_FILES,
  /** It sees its document and what the system's programs consist of, but no other files. */
  HIDDEN_FILES,
  /** It finds none of the system's programs to start, but Tesseract if that reads scans. */
  NO_PROGRAMS,
  /** It cannot start a program that it has written itself. */
  NO_OWN_PROGRAMS,
  /** It cannot read the environment or the memory of other processes. */
  NO_INSPECTION,
  /** It has no capabilities and cannot gain any. */
  NO_PRIVILEGES,
  /** It leaves no core dumps, few files open, and none larger than 1 GiB. */
  LIMITED_RESOURCES,
  /** It has 256 processes and threads at most. */
  LIMITED_PROCESSES;

  /** The name used in the health report, e.g. {@code no-network}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
