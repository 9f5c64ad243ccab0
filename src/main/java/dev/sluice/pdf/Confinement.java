package dev.sluice.pdf;

import static dev.sluice.pdf.SandboxRestriction.LIMITED_PROCESSES;
import static dev.sluice.pdf.SandboxRestriction.LIMITED_RESOURCES;
import static dev.sluice.pdf.SandboxRestriction.NO_INSPECTION;
import static dev.sluice.pdf.SandboxRestriction.NO_OWN_PROGRAMS;
import static dev.sluice.pdf.SandboxRestriction.NO_PRIVILEGES;

import dev.sluice.model.settings.ProcessUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ways to start a fork with less than its parent's rights, from the strictest on. Each program
 * becomes the next one without a process between, so that the fork can be killed by its id; but for
 * bwrap, which waits for the fork and takes it along when it is killed.
 */
enum Confinement {
  /** Namespaces of its own, by unshare(1); not to be had in many containers. */
  NAMESPACES,
  /** The same by bwrap(1), where there is no shell, as in the image. */
  BUBBLEWRAP,
  /** Limits that every process may set itself. */
  LIMITS,
  /** As it is. */
  NONE;

  /** A session of its own, as a terminal's Ctrl-C is not for the fork nor for its OCR program. */
  private static final List<String> SESSION = List.of("setsid");

  private static final List<String> RESOURCES =
      List.of("prlimit", "--core=0:0", "--nofile=1024:1024", "--fsize=1073741824:1073741824");
  private static final List<String> UNSHARE =
      List.of("unshare", "--user", "--map-root-user", "--net", "--mount", "--", "sh", "-c");
  private static final List<String> NO_NEW_PRIVILEGES = List.of("setpriv", "--no-new-privs");

  /** Root would have all capabilities again; whoever is not root has none to drop. */
  private static final List<String> NO_CAPABILITIES =
      List.of("--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all");

  /** What it takes from a fork, if that is started by root or by whoever else. */
  Set<SandboxRestriction> restrictions(boolean root) {
    Set<SandboxRestriction> all = EnumSet.allOf(SandboxRestriction.class);
    if (root) {
      all.remove(LIMITED_PROCESSES); // the system counts none of root's
    }
    return switch (this) {
      case NAMESPACES -> all;
      case BUBBLEWRAP -> {
        all.remove(NO_OWN_PROGRAMS);
        yield all;
      }
      case LIMITS ->
          root
              ? EnumSet.of(NO_INSPECTION, NO_PRIVILEGES, LIMITED_RESOURCES)
              : EnumSet.of(NO_PRIVILEGES, LIMITED_RESOURCES);
      case NONE -> EnumSet.noneOf(SandboxRestriction.class);
    };
  }

  /** The command that starts a command so. */
  List<String> around(ForkRoom room, List<String> command) {
    return switch (this) {
      case NAMESPACES -> joined(SESSION, RESOURCES, UNSHARE, script(room), command);
      case BUBBLEWRAP -> joined(SESSION, RESOURCES, Bubblewrap.around(room, command));
      case LIMITS ->
          ProcessUser.isRoot()
              ? joined(SESSION, RESOURCES, NO_NEW_PRIVILEGES, NO_CAPABILITIES, command)
              : joined(SESSION, RESOURCES, NO_NEW_PRIVILEGES, command);
      case NONE -> command;
    };
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    return Stream.of(parts).collect(ArrayList::new, List::addAll, List::addAll);
  }

  private static List<String> script(ForkRoom room) {
    String seen =
        room.seen().paths().stream().map(Path::toString).collect(Collectors.joining("\n"));
    return List.of(
        script(),
        "sluice-parser",
        room.own().toString(),
        room.fonts().toString(),
        room.program(),
        ForkRoom.THREADS,
        seen);
  }

  private static String script() {
    try (InputStream in = Confinement.class.getResourceAsStream("confine.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
