package dev.sluice.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files and folders that a fork sees, beside its own: what Java and Tesseract need of the
 * system, and Sluice's program. Nobody's secrets are there.
 */
record SeenFiles(List<Path> paths) {

  private static final List<String> SYSTEM =
      List.of(
          "/usr",
          "/lib",
          "/lib32",
          "/lib64",
          "/nix/store",
          "/gnu/store",
          "/etc/ld.so.cache",
          "/etc/alternatives",
          "/etc/fonts",
          "/etc/crypto-policies",
          "/proc",
          "/dev/null",
          "/dev/zero",
          "/dev/random",
          "/dev/urandom");

  /** Variables that name folders of libraries and of Tesseract's languages. */
  private static final List<String> VARIABLES = List.of("LD_LIBRARY_PATH", "TESSDATA_PREFIX");

  /** Takes the program's class path, too. */
  static SeenFiles with(List<Path> classPath) {
    Stream<Path> system = SYSTEM.stream().map(Path::of);
    Stream<Path> named =
        VARIABLES.stream()
            .map(System.getenv()::get)
            .filter(Objects::nonNull)
            .flatMap(value -> Stream.of(value.split(File.pathSeparator)))
            .filter(path -> !path.isEmpty())
            .map(Path::of);
    Path java = Path.of(System.getProperty("java.home"));
    return new SeenFiles(
        withoutNested(
            Stream.of(system, javaSettings().stream(), named, Stream.of(java), classPath.stream())
                .flatMap(paths -> paths)));
  }

  /** Whether it would see a file, were that not hidden by other means. */
  boolean contains(Path file) {
    return paths.stream().anyMatch(file::startsWith);
  }

  /** Where distributions keep the settings of a JVM, to which links in its home lead. */
  private static List<Path> javaSettings() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> settings = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      settings.forEach(found::add);
    } catch (IOException none) {
      return List.of();
    }
    return found;
  }

  private static List<Path> withoutNested(Stream<Path> paths) {
    Set<Path> all = new TreeSet<>();
    paths.map(Path::toAbsolutePath).map(Path::normalize).filter(Files::exists).forEach(all::add);
    return all.stream()
        .filter(path -> all.stream().noneMatch(other -> isBelow(path, other)))
        .toList();
  }

  private static boolean isBelow(Path path, Path other) {
    return !path.equals(other) && path.startsWith(other);
  }
}
