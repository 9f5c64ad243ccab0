package dev.sluice.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running PostgreSQL, started through a shell that stops it when this JVM ends. The shell notices
 * that its pipe is closed, which the system does even for a JVM that was killed.
 */
record PostgresProcess(Process watcher) {

  /** Runs the command with all that it says in a log. */
  static PostgresProcess start(List<String> postgres, Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", script(), "watch"));
    command.addAll(postgres);
    return new PostgresProcess(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
  }

  /** Waits at most this long and returns whether it has ended. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return watcher.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins a fast shutdown, unless it has ended by itself. */
  void stop() throws IOException {
    watcher.getOutputStream().close();
  }

  private static String script() {
    try (InputStream in = PostgresProcess.class.getResourceAsStream("watch.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
