package dev.sluice.failpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The failpoint as a jar, for a production process to find where it looks for its own beans. */
public final class FailpointJar {

  private static final String PACKAGE = Failpoint.class.getPackageName().replace('.', '/') + "/";

  private FailpointJar() {}

  /** Makes it in a folder. */
  public static Path in(Path folder) throws IOException {
    Path jar = folder.resolve("failpoint.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      addFolders(out);
      for (Path type : classes()) {
        out.putNextEntry(new JarEntry(PACKAGE + type.getFileName()));
        Files.copy(type, out);
      }
    }
    return jar;
  }

  /** Spring finds classes only in jars that list their folders. */
  private static void addFolders(JarOutputStream out) throws IOException {
    for (int end = PACKAGE.indexOf('/'); end >= 0; end = PACKAGE.indexOf('/', end + 1)) {
      out.putNextEntry(new JarEntry(PACKAGE.substring(0, end + 1)));
    }
  }

  private static List<Path> classes() throws IOException {
    Path folder = Path.of("target", "test-classes").resolve(PACKAGE);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(Failpoint|Step)(\\$.*)?\\.class"))
          .toList();
    }
  }
}
