package dev.sluice.pdf;

import java.io.IOException;
import java.nio.file.Path;
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
  private final Path fonts;
  private final String program;
  private Confinement chosen; // null until it was tried what works

  /** Forks find one program at most, or none if its name is empty. */
  Sandbox(SandboxMode mode, String java, Path fonts, String program) {
    this.mode = mode;
    this.java = java;
    this.fonts = fonts;
    this.program = program;
  }

  /** The command that starts a command with as few rights as may be, writing to {@code own}. */
  List<String> around(Path own, List<String> command) {
    return chosen(own).around(own, fonts, program, command);
  }

  /** What forks may not do; empty as long as none was started. */
  synchronized Set<SandboxRestriction> restrictions() {
    return chosen == null ? EnumSet.noneOf(SandboxRestriction.class) : chosen.restrictions();
  }

  private synchronized Confinement chosen(Path own) {
    if (chosen == null) {
      chosen = mode == SandboxMode.OFF ? Confinement.NONE : strictest(own);
      tell();
    }
    return chosen;
  }

  private Confinement strictest(Path own) {
    return EnumSet.allOf(Confinement.class).stream()
        .filter(confinement -> works(confinement, own))
        .findFirst()
        .orElse(Confinement.NONE);
  }

  private boolean works(Confinement confinement, Path own) {
    if (confinement == Confinement.NONE) {
      return true;
    }
    try {
      Process process =
          new ProcessBuilder(confinement.around(own, fonts, program, List.of(java, "-version")))
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
    Set<SandboxRestriction> missing = EnumSet.complementOf(EnumSet.copyOf(chosen.restrictions()));
    if (missing.isEmpty() || mode == SandboxMode.OFF) {
      LOG.info("Forks are restricted: {}", labels(chosen.restrictions()));
    } else {
      LOG.warn(
          "Forks are restricted: {}; this machine does not offer: {} (docs/parser.md)",
          labels(chosen.restrictions()),
          labels(missing));
    }
  }

  private static String labels(Set<SandboxRestriction> restrictions) {
    return restrictions.isEmpty()
        ? "not at all"
        : restrictions.stream().map(SandboxRestriction::label).collect(Collectors.joining(", "));
  }

  /** Throws {@link IllegalStateException} when all is required and something is missing. */
  void requireAll(Path own) {
    Set<SandboxRestriction> missing =
        EnumSet.complementOf(EnumSet.copyOf(chosen(own).restrictions()));
    if (mode == SandboxMode.REQUIRED && !missing.isEmpty()) {
      throw new IllegalStateException(
          "sluice.parser.sandbox is required, but this machine does not offer: " + labels(missing));
    }
  }
}
