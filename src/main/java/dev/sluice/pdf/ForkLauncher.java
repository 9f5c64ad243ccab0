package dev.sluice.pdf;

import dev.sluice.model.settings.ProcessUser;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts forks, each with a temporary folder of its own. */
final class ForkLauncher {

  /**
   * All a fork may know of its parent's environment, which is where secrets live. The first three
   * say how both encode the names of files.
   */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "LANG", "LC_ALL", "LC_CTYPE", "PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SystemRoot");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final ParserSettings settings;
  private final SpoolFolder folder;
  private final Path fonts;
  private final List<String> program;
  private final OcrProgram ocr;
  private final SeenFiles seen;
  private final Sandbox sandbox;

  ForkLauncher(ParserSettings settings, SpoolFolder folder, List<String> program, OcrProgram ocr) {
    this.settings = settings;
    this.ocr = ocr;
    this.folder = folder;
    this.fonts = newFolder(folder, "fonts-");
    this.program = program;
    this.seen = SeenFiles.with(ForkClasspath.files(program));
    this.sandbox = new Sandbox(settings.sandbox(), JAVA, ProcessUser.isRoot());
    if (settings.sandbox() == SandboxMode.REQUIRED) {
      sandbox.requireAll(room("probe-"));
    }
  }

  /** Starts one; throws {@link IOException} when the machine does not let it. */
  ParserFork launch() throws IOException {
    ForkRoom room = room("fork-");
    ProcessBuilder builder = new ProcessBuilder(sandbox.around(room, command(room.own())));
    builder.directory(room.own().toFile());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ParserFork(builder.start(), room);
  }

  /** What the forks may not do; empty as long as none was started. */
  Set<SandboxRestriction> restrictions() {
    return sandbox.restrictions();
  }

  private ForkRoom room(String prefix) {
    ForkRoom room = new ForkRoom(newFolder(folder, prefix), fonts, ocr.program(), seen);
    try {
      Files.createDirectory(room.document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return room;
  }

  private static Path newFolder(SpoolFolder folder, String prefix) {
    try {
      return folder.newFolder(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Path own) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(
        List.of(
            "-Xmx" + settings.heap().bytes(),
            settings.text().argument(),
            // A collector with threads of its own would fight the other forks for the cores. All
            // compilers stay on: with the first one only, a fork starts faster but ends at half
            // the speed.
            "-XX:+UseSerialGC",
            // It does not see what a container says of the cores.
            "-XX:ActiveProcessorCount=" + Runtime.getRuntime().availableProcessors(),
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // stdout is for frames; the JVM's last words would look like a broken one.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-XX:ErrorFile=" + own.resolve("crash.log"),
            // It would leave a file of its own in the machine's /tmp when killed.
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + own,
            // What PDFBox learns of the installed fonts, once for all forks.
            "-Dpdfbox.fontcache=" + fonts,
            "-Djava.awt.headless=true",
            // A fat jar brings a logging system; a fork has nothing to log to.
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
    command.addAll(ocr.arguments());
    command.addAll(program);
    return command;
  }
}
