package dev.sluice.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A part that is one JVM. What it says is appended to a file. */
final class JvmPart implements KillablePart {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final BooleanSupplier serving;
  private Process process;

  JvmPart(
      String name,
      List<String> arguments,
      Map<String, String> environment,
      Path log,
      BooleanSupplier serving) {
    this.name = name;
    this.command = new ArrayList<>(List.of(JAVA));
    // What lives for seconds has no use for the slow compiler.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(arguments);
    this.environment = environment;
    this.log = log;
    this.serving = serving;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.directory(log.getParent().toFile()); // no configuration lies there
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
  }

  @Override
  public boolean isServing() {
    return !processes().isEmpty() && serving.getAsBoolean();
  }

  @Override
  public synchronized List<ProcessHandle> processes() {
    return process != null && process.isAlive() ? List.of(process.toHandle()) : List.of();
  }

  /** As Ctrl-C does; waits for the end, and gives the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }
}
