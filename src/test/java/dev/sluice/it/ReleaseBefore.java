package dev.sluice.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The newest release before this commit, built from its tag or, in a copy without tags, from the
 * commit that made it. A test is skipped where there is none.
 */
public final class ReleaseBefore {

  private static final Path FOLDER = Path.of("target", "release-before").toAbsolutePath();

  private ReleaseBefore() {}

  /** Its tag, such as v0.2.0, or its commit. */
  public static String revision() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of(".git")), "without git there are no releases to build");
    String releases =
        run(
            Path.of("."),
            "git tag --list 'v[0-9]*' --merged HEAD --no-contains HEAD --sort=-version:refname;"
                + " git log --format=%H --grep='^Release [0-9.]*$' --max-count=1 HEAD^");
    assumeTrue(!releases.isBlank(), "no commit before this one is a release");
    return releases.lines().findFirst().orElseThrow();
  }

  /** The JVM's arguments that run it; it is built once. */
  public static List<String> arguments() throws IOException, InterruptedException {
    String revision = revision();
    Path sources = FOLDER.resolve(revision);
    Path jar = sources.resolve(ProductionSluice.JAR);
    if (!Files.exists(jar)) {
      Files.createDirectories(sources);
      run(Path.of("."), "git archive " + revision + " | tar -x -C " + sources);
      run(sources, "mvn --batch-mode --quiet package -Dmaven.test.skip=true");
    }
    return List.of("-jar", jar.toString());
  }

  private static String run(Path folder, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-o", "pipefail", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " failed: " + output);
    }
    return output;
  }
}
