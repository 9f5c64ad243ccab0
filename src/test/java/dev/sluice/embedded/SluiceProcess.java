package dev.sluice.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** An embedded Sluice as people run it: a process of its own, with a tiny application in it. */
final class SluiceProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path data;
  private final Path output;
  private final Path errors;
  private final Process process;

  private SluiceProcess(Path home, Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    this.data = data;
    this.output = Files.createTempFile(home, "output", ".log");
    this.errors = Files.createTempFile(home, "errors", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A process that lives for seconds has no use for the slow compiler.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TinyApplication.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("SLUICE_DATA_DIR", data.toString());
    this.process = builder.start();
  }

  /** One on any free ports. */
  static SluiceProcess on(Path home, Path data) throws IOException {
    return with(home, data, Map.of());
  }

  /** One on free ports but for what the environment fixes. */
  static SluiceProcess with(
      Path home, Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "SERVER_PORT", "0",
                "MANAGEMENT_PORT", "0",
                "SLUICE_EMBEDDED_KAFKA_PORT", "0",
                "SLUICE_EMBEDDED_POSTGRES_PORT", "0",
                "SLUICE_EMBEDDED_S3_PORT", "0",
                "SLUICE_EMBEDDED_SFTP_PORT", "0"));
    all.putAll(environment);
    return new SluiceProcess(home, data, all, arguments);
  }

  /** Its endpoints; those that a killed one left behind name another process. */
  JsonNode awaitEndpoints() {
    Path file = data.resolve("endpoints.json");
    ObjectMapper json = new ObjectMapper();
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .failFast(this::assertStillRuns)
        .until(
            () -> Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode(),
            endpoints -> endpoints.path("pid").asLong() == process.pid());
  }

  private void assertStillRuns() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("It ended, " + process.exitValue() + ": " + errors() + output());
    }
  }

  void awaitFile(Path file) {
    Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(file));
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It hangs");
    }
    return process.exitValue();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** All processes that it started for its data folder, were they to live on without it. */
  List<ProcessHandle> children() {
    return processesOn(data);
  }

  /** All processes whose command line names a folder. */
  static List<ProcessHandle> processesOn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** What it said on stderr, less the warnings by which newer JVMs judge Kafka. */
  String errors() throws IOException {
    try (Stream<String> lines = Files.lines(errors)) {
      return lines
          .filter(line -> !line.startsWith("WARNING: "))
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
