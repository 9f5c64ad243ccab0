package dev.sluice.pdf;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What confine.sh does, said to bwrap(1), which needs no shell. */
final class Bubblewrap {

  private static final List<String> HIDDEN =
      List.of(
          "/run", "/usr/local/bin", "/usr/local/sbin", "/bin", "/sbin", "/usr/sbin", "/usr/bin");

  private Bubblewrap() {}

  /** The command that starts a command so; see {@link Confinement#around}. */
  static List<String> around(Path own, Path fonts, String program, List<String> command) {
    List<String> all = new ArrayList<>(List.of("bwrap", "--unshare-user", "--unshare-net"));
    all.addAll(List.of("--die-with-parent", "--cap-drop", "ALL"));
    all.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--remount-ro", "/dev"));
    all.addAll(List.of("--bind", own.toString(), own.toString()));
    all.addAll(List.of("--bind", fonts.toString(), fonts.toString()));
    find(program)
        .ifPresent(
            found ->
                all.addAll(
                    List.of("--ro-bind", found.toString(), own.resolve(program).toString())));
    Path java = Path.of(command.get(0));
    HIDDEN.stream()
        .map(Path::of)
        .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
        .filter(folder -> Stream.of(own, fonts, java).noneMatch(kept -> kept.startsWith(folder)))
        .forEach(
            folder ->
                all.addAll(
                    List.of("--tmpfs", folder.toString(), "--remount-ro", folder.toString())));
    all.addAll(List.of("--setenv", "PATH", own.toString(), "--chdir", own.toString(), "--"));
    all.addAll(command);
    return all;
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
