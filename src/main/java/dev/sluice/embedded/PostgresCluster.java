package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL and the process that may be serving them. That process is not ours to
 * hold: it outlives a killed parent, so it is always found by the files it serves.
 */
record PostgresCluster(PostgresBinaries binaries, Path data, Path logFile) {

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

  /** Makes the files, unless a finished initdb made them before. */
  void initialise() throws IOException, InterruptedException {
    new FreshFolder(data).madeBy(this::initdb);
  }

  /** Starts serving on the loopback interface and waits until connections are accepted. */
  void start(int port) throws IOException, InterruptedException {
    stop();
    try {
      run(
          "pg_ctl",
          "start",
          "-w",
          "-t",
          "60",
          "-D",
          data.toString(),
          "-l",
          logFile.toString(),
          "-o",
          options(port));
    } catch (InterruptedException stopped) {
      postmaster().ifPresent(PostgresCluster::kill);
      throw stopped;
    }
  }

  /** Stops whatever PostgreSQL serves these files, for example one that a killed Sluice left. */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = postmaster();
    if (running.isEmpty()) {
      // A stale file with a number that some other process has by now would stop the next start.
      Files.deleteIfExists(pidFile());
      return;
    }
    log.debug("Stopping PostgreSQL, process {}", running.get().pid());
    try {
      run("pg_ctl", "stop", "-w", "-t", "20", "-m", "fast", "-D", data.toString());
    } catch (StartupFailure slow) {
      log.warn("PostgreSQL did not stop in time and is killed; its data is safe", slow);
      kill(running.get());
    }
  }

  private void initdb(Path folder) throws IOException, InterruptedException {
    run(
        "initdb",
        "-D",
        folder.toString(),
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions");
  }

  private static String options(int port) {
    return Stream.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=64MB",
            "log_min_messages=warning")
        .map(option -> "-c " + option)
        .reduce((left, right) -> left + " " + right)
        .orElseThrow();
  }

  /** The server of these files; a process that merely has its old number does not count. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile()).stream()
        .findFirst()
        .filter(line -> line.matches("\\d{1,10}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(this::servesThisData);
  }

  private boolean servesThisData(ProcessHandle process) {
    boolean postgres =
        process
            .info()
            .command()
            .map(command -> Path.of(command).getFileName().toString())
            .filter(name -> name.startsWith("postgres"))
            .isPresent();
    // Windows does not tell the arguments of a process; there its name has to do.
    return postgres
        && process.info().arguments().map(List::of).map(this::namesThisData).orElse(true);
  }

  private boolean namesThisData(List<String> arguments) {
    return arguments.contains(data.toString());
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    Path output = logFile.resolveSibling(program + ".log");
    File target = output.toFile();
    Process process =
        new ProcessBuilder(binaries.command(program, List.of(arguments)))
            .redirectErrorStream(true)
            .redirectOutput(target)
            .start();
    process.getOutputStream().close();
    if (await(process) != 0) {
      throw new StartupFailure(
          "PostgreSQL does not start: " + new LogTail(List.of(logFile, output)).mostTelling(),
          "See " + logFile.getParent());
    }
  }

  private static int await(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
      throw stopped;
    }
  }
}
