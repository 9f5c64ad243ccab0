package dev.sluice.parse;

import dev.sluice.spool.SpoolFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Starts child JVMs, each with a temporary folder of its own. */
final class ForkLauncher {

  /** All a child may know of its parent's environment, which is where secrets live. */
  private static final Set<String> ENVIRONMENT =
      Set.of("LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "SystemRoot");

  private final DataSize heap;
  private final SpoolFolder folder;
  private final List<String> program;

  ForkLauncher(DataSize heap, SpoolFolder folder, ForkClasspath classpath, String mainClass) {
    this.heap = heap;
    this.folder = folder;
    this.program = classpath.launch(mainClass);
  }

  /** Starts one; throws {@link IOException} when the machine does not let it. */
  ParserFork launch() throws IOException {
    Path own = folder.newFolder("fork-");
    ProcessBuilder builder = new ProcessBuilder(command(own));
    builder.directory(own.toFile());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ParserFork(builder.start(), own);
  }

  private List<String> command(Path own) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap.toBytes(),
            // A collector with threads of its own would fight the other children for the cores. All
            // compilers stay on: with the first one only, a child starts faster but ends at half
            // the speed.
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // stdout is for frames; the JVM's last words would look like a broken one.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:ErrorFile=" + own.resolve("crash.log"),
            // It would leave a file of its own in the machine's /tmp when killed.
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + own,
            // What PDFBox learns of the installed fonts, once for all children.
            "-Dpdfbox.fontcache=" + folder.path(),
            "-Djava.awt.headless=true",
            // A fat jar brings a logging system; a child has nothing to log to.
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
    command.addAll(program);
    return command;
  }
}
