package dev.sluice.chaos;

import dev.sluice.embedded.SeparateServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** PostgreSQL with all its processes. */
record PostgresPart(SeparateServers servers, int port, BooleanSupplier serving)
    implements KillablePart {

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public void start() throws Exception {
    if (processes().isEmpty()) {
      servers.startPostgres(port);
    }
  }

  @Override
  public boolean isServing() {
    return serving.getAsBoolean();
  }

  @Override
  public List<ProcessHandle> processes() {
    try {
      return servers.postmaster().stream()
          .boxed()
          .flatMap(pid -> ProcessHandle.of(pid).stream())
          .filter(PostgresPart::isPostgres)
          .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file may be left by a dead process, whose number another process has by now. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("postgres")).isPresent();
  }
}
