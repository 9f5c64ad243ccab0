package dev.sluice.pdf;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out once what this machine lets a fork be confined by, and starts forks so. */
final class Sandbox {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final int PROBE_SECONDS = 30;

  private final SandboxMode mode;
  private final String java;
  private final boolean root;
  private Confinement chosen; // null until it was tried what works
  private Set<SandboxRestriction> restrictions = EnumSet.noneOf(SandboxRestriction.class);

  /** For forks that are started by root, or by whoever else. */
  Sandbox(SandboxMode mode, String java, boolean root) {
    this.mode = mode;
    this.java = java;
    this.root = root;
  }

  /** The command that starts a command with as few rights as may be. */
  List<String> around(ForkRoom room, List<String> command) {
    return chosen(room).around(room, command);
  }

  /** What forks may not do; empty as long as none was started. */
  synchronized Set<SandboxRestriction> restrictions() {
    return EnumSet.copyOf(restrictions);
  }

  private synchronized Confinement chosen(ForkRoom room) {
    if (chosen == null) {
      chosen = mode == SandboxMode.OFF ? Confinement.NONE : strictest(room);
      restrictions = chosen.restrictions(root);
      if (room.seen().contains(room.own())) {
        restrictions.remove(SandboxRestriction.HIDDEN_FILES); // those of other forks lie beside
      }
      tell();
    }
    return chosen;
  }

  private Confinement strictest(ForkRoom room) {
    return EnumSet.allOf(Confinement.class).stream()
        .filter(confinement -> works(confinement, room))
        .findFirst()
        .orElse(Confinement.NONE);
  }

  private boolean works(Confinement confinement, ForkRoom room) {
    if (confinement == Confinement.NONE) {
      return true;
    }
    try {
      Process process =
          new ProcessBuilder(confinement.around(room, List.of(java, "-version")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell() {
    Set<SandboxRestriction> missing = missing();
    if (root) {
      missing.remove(SandboxRestriction.LIMITED_PROCESSES); // no machine offers it to root
    }
    if (missing.isEmpty() || mode == SandboxMode.OFF) {
      LOG.info("Forks are restricted: {}", labels(restrictions));
    } else {
      LOG.warn(
          "Forks are restricted: {}; this machine does not offer: {} (docs/parser.md)",
          labels(restrictions),
          labels(missing));
    }
  }

  private Set<SandboxRestriction> missing() {
    return EnumSet.complementOf(EnumSet.copyOf(restrictions));
  }

  private static String labels(Set<SandboxRestriction> restrictions) {
    return restrictions.isEmpty()
        ? "not at all"
        : restrictions.stream().map(SandboxRestriction::label).collect(Collectors.joining(", "));
  }

  /** Throws {@link IllegalStateException} when all is required and something is missing. */
  void requireAll(ForkRoom room) {
    chosen(room);
    Set<SandboxRestriction> missing = missing();
    if (mode == SandboxMode.REQUIRED && !missing.isEmpty()) {
      throw new IllegalStateException(
          "sluice.parser.sandbox is required, but this machine does not offer: " + labels(missing));
    }
  }
}
