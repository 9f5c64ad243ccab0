package dev.sluice.pdf;

import java.util.Locale;

/** What the operating system takes from a fork. */
public enum SandboxRestriction {
  /** It reaches no network, not even its own machine. */
  NO_NETWORK,
  /** It writes to a temporary folder of its own, and to no other file. */
  READ_ONLY_FILES,
  /** It finds none of the system's programs to start, but Tesseract if that reads scans. */
  NO_PROGRAMS,
  /** It has no capabilities and cannot gain any. */
  NO_PRIVILEGES,
  /** It leaves no core dumps, few files open, and none larger than 1 GiB. */
  LIMITED_RESOURCES;

  /** The name used in the health report, e.g. {@code no-network}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
