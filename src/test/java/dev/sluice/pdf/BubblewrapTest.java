package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How bwrap(1) differs from other levels: it stays as the parent, and finds the program itself. */
class BubblewrapTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path own;
  @TempDir private Path fonts;

  @BeforeEach
  void needsBubblewrap() throws Exception {
    assumeThat(Path.of("/usr/bin/bwrap")).as("bubblewrap is not installed").exists();
    assumeThat(start("", "status", "CapEff").waitFor()).as("bwrap may not confine here").isZero();
  }

  @Test
  void itFindsTheOneProgramThatItMayStart() throws Exception {
    assertThat(output(start("id", "run", "id"))).isEqualTo("done");
    assertThat(output(start("id", "run", "ls"))).contains("Exception");
  }

  @Test
  void aKillTakesTheForkAlongAndItsMemoryCounts() throws Exception {
    // Given: a fork that waits for its first request
    Process process = start("");
    Awaitility.await().until(() -> process.descendants().count() == 1);
    ProcessHandle fork = process.descendants().findFirst().orElseThrow();

    // Then
    Awaitility.await().until(() -> ResidentMemory.of(process.toHandle()) > 10_000_000);

    // When
    process.destroyForcibly();

    // Then
    Awaitility.await().until(() -> !fork.isAlive());
  }

  private static String output(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  private Process start(String program, String... order) throws IOException {
    List<String> launch = ForkClasspath.with(Intruder.class).launch(Intruder.class.getName());
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:-UsePerfData"));
    command.addAll(launch);
    command.addAll(List.of(order));
    ForkRoom room = new ForkRoom(own, fonts, program, SeenFiles.with(ForkClasspath.files(launch)));
    Files.createDirectories(room.document());
    return new ProcessBuilder(Confinement.BUBBLEWRAP.around(room, command))
        .directory(own.toFile())
        .start();
  }
}
