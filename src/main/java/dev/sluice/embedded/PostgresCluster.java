package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one PostgreSQL server, which also tell whether one was left running. */
record PostgresCluster(PostgresBinaries binaries, Path data, Path logFile) {

  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);

  /** Longest wait for a stop, before the server is killed; a kill loses no data either. */
  private static final Duration STOP = Duration.ofSeconds(8);

  /** Makes the files, unless they were made before; the password is the new superuser's. */
  void initialise(String password) throws IOException, InterruptedException {
    new FreshFolder(data)
        .madeBy(
            folder -> {
              initdb(folder);
              setPassword(folder, password);
            });
  }

  /** Gives the superuser a password, while the server does not run. */
  void setPassword(String password) throws IOException, InterruptedException {
    setPassword(data, password);
  }

  /** Starts serving on the loopback interface and waits until connections are accepted. */
  PostgresProcess start(int port) throws IOException, InterruptedException {
    stopLeft();
    HostBasedAccess.of(data).requirePasswords();
    PostgresProcess process =
        PostgresProcess.start(binaries.command("postgres", arguments(port)), logFile);
    try {
      awaitReady(process);
      return process;
    } catch (InterruptedException | RuntimeException | IOException failure) {
      stop(process);
      throw failure;
    }
  }

  /** Stops a process that serves these files. */
  void stop(PostgresProcess process) throws IOException, InterruptedException {
    process.stop();
    if (!process.endsWithin(STOP)) {
      log.warn("PostgreSQL did not stop in time and is killed; its data is safe");
      postmaster().ifPresent(PostgresCluster::kill);
    }
  }

  /** Stops whatever serves these files, for example when a Sluice was killed with its watcher. */
  void stopLeft() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = postmaster();
    if (running.isEmpty()) {
      // A stale file with a number that some other process has by now would stop the next start.
      file().delete();
      return;
    }
    log.debug("Stopping PostgreSQL, process {}", running.get().pid());
    try {
      run("pg_ctl", "stop", "-w", "-t", "20", "-m", "fast", "-D", data.toString());
    } catch (StartupFailure slow) {
      // It may have ended by itself, as it does soon after its Sluice was killed.
      running.filter(ProcessHandle::isAlive).ifPresent(PostgresCluster::kill);
    }
  }

  private void awaitReady(PostgresProcess process) throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!file().saysReady()) {
      if (process.endsWithin(POLL) || System.nanoTime() > end) {
        throw failure(logFile);
      }
    }
  }

  private void initdb(Path folder) throws IOException, InterruptedException {
    run(
        "initdb",
        "-D",
        folder.toString(),
        "-U",
        SUPERUSER,
        "-A",
        "trust", // nobody can connect yet; each start demands passwords
        "-E",
        "UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions");
  }

  private void setPassword(Path folder, String password) throws IOException, InterruptedException {
    String sql = "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password.replace("'", "''") + "'\n";
    List<String> single =
        List.of("--single", "-D", folder.toString(), "-c", "exit_on_error=on", "postgres");
    run("postgres", single, sql);
  }

  private List<String> arguments(int port) {
    Stream<String> settings =
        Stream.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "shared_buffers=64MB",
            "log_min_messages=warning");
    return Stream.concat(
            Stream.of("-D", data.toString()), settings.flatMap(setting -> Stream.of("-c", setting)))
        .toList();
  }

  /** The server of these files; a process that merely has its old number does not count. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    return file().process().filter(this::servesThisData);
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

  private PostmasterFile file() {
    return new PostmasterFile(data.resolve("postmaster.pid"));
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    run(program, List.of(arguments), "");
  }

  private void run(String program, List<String> arguments, String input)
      throws IOException, InterruptedException {
    Path output = logFile.resolveSibling(program + ".log");
    File target = output.toFile();
    Process process =
        new ProcessBuilder(binaries.command(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(target)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.US_ASCII));
    }
    if (await(process) != 0) {
      throw failure(output);
    }
  }

  private StartupFailure failure(Path output) {
    return new StartupFailure(
        "PostgreSQL does not start: " + new LogTail(List.of(output)).mostTelling(),
        "See " + logFile.getParent());
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
