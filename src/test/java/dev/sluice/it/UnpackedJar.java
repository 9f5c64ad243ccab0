package dev.sluice.it;

import dev.sluice.SluiceApplication;
import dev.sluice.fixture.Pdfs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * The production jar as docs/operations.md advises to run it where starts matter. It is unpacked,
 * with an archive of the classes that a first run loaded.
 */
public final class UnpackedJar {

  private static final Path FOLDER = Path.of("target", "unpacked").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("sluice.jar");
  private static final Path ARCHIVE = FOLDER.resolve("sluice.jsa");

  private UnpackedJar() {}

  /** Lets Sluice work on something once, by these arguments of the JVM, and stops it in order. */
  public interface FirstRun {
    /** Fails if it did not come to that. */
    void by(List<String> arguments) throws Exception;
  }

  /** The JVM's arguments that run it; the first call unpacks the jar and makes the archive. */
  public static List<String> arguments() {
    return arguments(UnpackedJar::runOnTestServers);
  }

  /** The same, with another way to run it for the archive. */
  public static synchronized List<String> arguments(FirstRun run) {
    try {
      if (!isNewerThanBuild(ARCHIVE)) {
        unpack();
        run.by(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", JAR.toString()));
      }
      return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-jar", JAR.toString());
    } catch (Exception failure) {
      throw new IllegalStateException("the production jar cannot be unpacked", failure);
    }
  }

  /** The same with a jar behind it, in which beans are found too. */
  public static List<String> arguments(Path behind) {
    String path = String.join(File.pathSeparator, JAR.toString(), behind.toString());
    String archive = arguments().get(0);
    return List.of(archive, "-cp", path, SluiceApplication.class.getName());
  }

  /** The packed jar itself has the same time whenever it was built. */
  private static boolean isNewerThanBuild(Path file) throws IOException {
    Path built =
        ProductionSluice.JAR.resolveSibling(ProductionSluice.JAR.getFileName() + ".original");
    return Files.exists(file)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(built)) > 0;
  }

  private static void unpack() throws Exception {
    FileUtils.deleteDirectory(FOLDER.toFile());
    Process unpacking =
        new ProcessBuilder(
                ProductionSluice.JAVA,
                "-Djarmode=tools",
                "-jar",
                ProductionSluice.JAR.toString(),
                "extract",
                "--destination",
                FOLDER.toString())
            .inheritIO()
            .start();
    if (unpacking.waitFor() != 0) {
      throw new IOException("exit code " + unpacking.exitValue());
    }
  }

  private static void runOnTestServers(List<String> arguments) throws Exception {
    Path folder = Files.createTempDirectory(FOLDER, "run");
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      sluice.startWith(arguments);
      sluice.awaitServing();
      sluice.api().awaitEnd(sluice.api().upload(Pdfs.withText("a first run")).text("id"));
      sluice.terminate();
      sluice.awaitExit(Duration.ofSeconds(60));
    }
  }
}
