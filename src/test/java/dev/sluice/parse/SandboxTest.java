package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.childrenOf;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a child that was taken over cannot do, as far as this machine lets it be restricted. */
class SandboxTest {

  @TempDir private Path folder;
  private PdfParser parser;

  @AfterEach
  void leavesNothingBehind() {
    parser.close();
    assertThat(filesIn(folder.resolve("work"))).isEmpty();
    assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
  }

  @Test
  void aChildReachesNoServer() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(100);
      String address = "connect 127.0.0.1 " + server.getLocalPort();

      assertThat(attempt(SandboxMode.OFF, address)).isEqualTo("done");
      assertThat(attempt(SandboxMode.AUTO, address, Restriction.NO_NETWORK)).contains("Exception");
    }
  }

  @Test
  void aChildWritesToNoFileButItsOwn() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "as it was");

    assertThat(attempt(SandboxMode.AUTO, "write " + other, Restriction.READ_ONLY_FILES))
        .contains("Exception");
    assertThat(attempt(SandboxMode.AUTO, "write new-file", Restriction.READ_ONLY_FILES))
        .isEqualTo("done");
    assertThat(attempt(SandboxMode.AUTO, "write /dev/shm/sluice-test", Restriction.READ_ONLY_FILES))
        .contains("Exception");
    assertThat(other).hasContent("as it was");
  }

  @Test
  void aChildFindsNoProgramToStart() {
    assertThat(attempt(SandboxMode.OFF, "run id")).isEqualTo("done");
    assertThat(attempt(SandboxMode.AUTO, "run id", Restriction.NO_PROGRAMS)).contains("Exception");
    assertThat(attempt(SandboxMode.AUTO, "run /bin/sh", Restriction.NO_PROGRAMS))
        .contains("Exception");
  }

  @Test
  void aChildHasNoCapabilitiesAndGetsNone() {
    assertThat(attempt(SandboxMode.AUTO, "status NoNewPrivs", Restriction.NO_PRIVILEGES))
        .isEqualTo("1");
    assertThat(attempt(SandboxMode.AUTO, "status CapEff", Restriction.NO_NETWORK))
        .isEqualTo("0000000000000000");
  }

  @Test
  void theChildItselfIsWhatWasStarted() {
    // Given: or killing it would leave a JVM behind
    start(SandboxMode.AUTO);
    attempted("write new-file");

    // Then
    List<ProcessHandle> children = childrenOf(ProcessHandle.current(), folder);
    assertThat(children).hasSize(1);
    assertThat(children.get(0).info().command().orElse("")).endsWith("java");
    assertThat(children.get(0).descendants()).isEmpty();
  }

  @Test
  void withoutASandboxNothingIsRestricted() {
    start(SandboxMode.OFF);
    attempted("write new-file");

    assertThat(parser.restrictions()).isEmpty();
  }

  private String attempt(SandboxMode mode, String what, Restriction... needed) {
    start(mode);
    String result = attempted(what);
    assumeThat(parser.restrictions()).contains(needed);
    return result;
  }

  private void start(SandboxMode mode) {
    if (parser != null) {
      parser.close();
    }
    ParserSettings settings = Settings.ofOneFork().withSandbox(mode).in(folder.resolve("work"));
    parser =
        new PdfParser(
            settings,
            ForkClasspath.with(Intruder.class),
            Intruder.class.getName(),
            Duration.ofSeconds(60));
  }

  private String attempted(String what) {
    Path file = file(folder, what.getBytes(StandardCharsets.UTF_8));
    ParseOutcome outcome = parser.parse(file);
    return Outcomes.pagesOf(outcome).get(0).text();
  }
}
