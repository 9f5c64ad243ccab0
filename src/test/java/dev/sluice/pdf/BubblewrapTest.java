package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fork cannot do that bwrap(1) confines, where it is installed and may. */
class BubblewrapTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path own;
  @TempDir private Path fonts;
  @TempDir private Path elsewhere;

  @BeforeEach
  void needsBubblewrap() throws Exception {
    assumeThat(Path.of("/usr/bin/bwrap")).as("bubblewrap is not installed").exists();
    assumeThat(start("", "status", "CapEff").waitFor()).as("bwrap may not confine here").isZero();
  }

  @Test
  void itReachesNoServerWritesToNoFileButItsOwnAndStartsNothing() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(answer("connect", "127.0.0.1", String.valueOf(server.getLocalPort())))
          .contains("Exception");
    }
    assertThat(answer("write", elsewhere.resolve("file").toString())).contains("Exception");
    assertThat(answer("write", "/dev/shm/sluice-test")).contains("Exception");
    assertThat(answer("write", fonts.resolve("cache").toString())).isEqualTo("done");
    assertThat(answer("write", "new-file")).isEqualTo("done");
    assertThat(own.resolve("new-file")).exists();
    assertThat(answer("run", "id")).contains("Exception");
    assertThat(answer("run", "/bin/sh")).contains("Exception");
    assertThat(answer("status", "NoNewPrivs")).isEqualTo("1");
    assertThat(answer("status", "CapEff")).isEqualTo("0000000000000000");
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

  private String answer(String... order) throws IOException, InterruptedException {
    return output(start("", order));
  }

  private static String output(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  private Process start(String program, String... order) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:-UsePerfData", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Intruder.class.getName());
    command.addAll(List.of(order));
    Files.createDirectories(own);
    return new ProcessBuilder(Confinement.BUBBLEWRAP.around(own, fonts, program, command))
        .directory(own.toFile())
        .start();
  }
}
