package dev.sluice.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ways to start a fork with less than its parent's rights, from the strictest on. Each program
 * becomes the next one without a process between, so that the fork can be killed by its id; but for
 * bwrap, which waits for the fork and takes it along when it is killed.
 */
enum Confinement {
  /** Namespaces of its own, by unshare(1); not to be had in many containers. */
  NAMESPACES(EnumSet.allOf(SandboxRestriction.class)),
  /** The same by bwrap(1), where there is no shell, as in the image. */
  BUBBLEWRAP(EnumSet.allOf(SandboxRestriction.class)),
  /** Limits that every process may set itself. */
  LIMITS(EnumSet.of(SandboxRestriction.NO_PRIVILEGES, SandboxRestriction.LIMITED_RESOURCES)),
  /** As it is. */
  NONE(EnumSet.noneOf(SandboxRestriction.class));

  /** A session of its own, as a terminal's Ctrl-C is not for the fork nor for its OCR program. */
  private static final List<String> SESSION = List.of("setsid");

  private static final List<String> RESOURCES =
      List.of("prlimit", "--core=0:0", "--nofile=1024:1024", "--fsize=1073741824:1073741824");
  private static final List<String> UNSHARE =
      List.of("unshare", "--user", "--map-root-user", "--net", "--mount", "--", "sh", "-c");
  private static final List<String> NO_PRIVILEGES = List.of("setpriv", "--no-new-privs");

  private final Set<SandboxRestriction> restrictions;

  Confinement(Set<SandboxRestriction> restrictions) {
    this.restrictions = restrictions;
  }

  Set<SandboxRestriction> restrictions() {
    return restrictions;
  }

  /** The command that starts a command so; it may write to both folders. */
  List<String> around(Path own, Path fonts, String program, List<String> command) {
    List<String> arguments = List.of("sluice-parser", own.toString(), fonts.toString(), program);
    return switch (this) {
      case NAMESPACES -> joined(SESSION, RESOURCES, UNSHARE, List.of(script()), arguments, command);
      case BUBBLEWRAP ->
          joined(SESSION, RESOURCES, Bubblewrap.around(own, fonts, program, command));
      case LIMITS -> joined(SESSION, RESOURCES, NO_PRIVILEGES, command);
      case NONE -> command;
    };
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    return Stream.of(parts).collect(ArrayList::new, List::addAll, List::addAll);
  }

  private static String script() {
    try (InputStream in = Confinement.class.getResourceAsStream("confine.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
