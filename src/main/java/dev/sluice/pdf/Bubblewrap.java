package dev.sluice.pdf;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What confine.sh does, said to bwrap(1), which needs no shell but cannot mount without exec. */
final class Bubblewrap {

  private static final List<String> PROGRAMS =
      List.of("/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin", "/usr/sbin", "/usr/bin");

  private Bubblewrap() {}

  /** The command that starts a command so; see {@link Confinement#around}. */
  static List<String> around(ForkRoom room, List<String> command) {
    List<String> all = new ArrayList<>(List.of("bwrap", "--unshare-user", "--unshare-net"));
    all.addAll(List.of("--die-with-parent", "--cap-drop", "ALL"));
    room.seen().paths().forEach(path -> all.addAll(bind("--ro-bind", path, path)));
    all.addAll(bind("--bind", room.own(), room.own()));
    all.addAll(bind("--ro-bind", room.document(), room.document()));
    all.addAll(bind("--bind", room.fonts(), room.fonts()));
    Stream.of("prlimit", room.program())
        .forEach(
            tool ->
                find(tool)
                    .ifPresent(
                        found -> all.addAll(bind("--ro-bind", found, room.own().resolve(tool)))));
    Path java = Path.of(command.get(0));
    PROGRAMS.stream()
        .map(Path::of)
        .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
        .filter(folder -> room.seen().contains(folder) && !java.startsWith(folder))
        .map(Path::toString)
        .forEach(folder -> all.addAll(List.of("--tmpfs", folder, "--remount-ro", folder)));
    all.addAll(List.of("--remount-ro", "/"));
    all.addAll(List.of("--setenv", "PATH", room.own().toString()));
    all.addAll(List.of("--chdir", room.own().toString(), "--"));
    all.addAll(List.of(room.own().resolve("prlimit").toString(), "--nproc=" + ForkRoom.THREADS));
    all.addAll(command);
    return all;
  }

  private static List<String> bind(String how, Path from, Path to) {
    return List.of(how, from.toString(), to.toString());
  }

  private static Optional<Path> find(String program) {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
