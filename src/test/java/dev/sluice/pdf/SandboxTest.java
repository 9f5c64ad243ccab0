package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fork that was taken over cannot do, as far as this machine lets it be restricted. */
class SandboxTest {

  @TempDir private static Path folder;
  private static final Map<SandboxMode, PdfParser> PARSERS = new EnumMap<>(SandboxMode.class);

  @AfterAll
  static void leavesNothingBehind() {
    PARSERS.values().forEach(PdfParser::close);
    PARSERS.keySet().forEach(mode -> assertThat(filesIn(work(mode))).isEmpty());
    assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
  }

  @Test
  void aChildReachesNoServer() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(100);
      String address = "connect 127.0.0.1 " + server.getLocalPort();

      assertThat(attempt(SandboxMode.OFF, address)).isEqualTo("done");
      assertThat(attempt(SandboxMode.AUTO, address, SandboxRestriction.NO_NETWORK))
          .contains("Exception");
    }
  }

  @Test
  void aChildWritesToNoFileButItsOwn() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "as it was");

    assertThat(attempt(SandboxMode.AUTO, "write " + other, SandboxRestriction.READ_ONLY_FILES))
        .contains("Exception");
    assertThat(attempt(SandboxMode.AUTO, "write new-file", SandboxRestriction.READ_ONLY_FILES))
        .isEqualTo("done");
    assertThat(
            attempt(
                SandboxMode.AUTO, "write /dev/shm/sluice-test", SandboxRestriction.READ_ONLY_FILES))
        .contains("Exception");
    assertThat(other).hasContent("as it was");
  }

  @Test
  void aChildFindsNoProgramToStart() {
    assertThat(attempt(SandboxMode.OFF, "run id")).isEqualTo("done");
    assertThat(attempt(SandboxMode.AUTO, "run id", SandboxRestriction.NO_PROGRAMS))
        .contains("Exception");
    assertThat(attempt(SandboxMode.AUTO, "run /bin/sh", SandboxRestriction.NO_PROGRAMS))
        .contains("Exception");
  }

  @Test
  void aChildHasNoCapabilitiesAndGetsNone() {
    assertThat(attempt(SandboxMode.AUTO, "status NoNewPrivs", SandboxRestriction.NO_PRIVILEGES))
        .isEqualTo("1");
    assertThat(attempt(SandboxMode.AUTO, "status CapEff", SandboxRestriction.NO_NETWORK))
        .isEqualTo("0000000000000000");
  }

  @Test
  void theChildItselfIsWhatWasStarted() {
    // Given: or killing it would leave a JVM behind
    attempt(SandboxMode.AUTO, "write new-file");

    // Then
    List<ProcessHandle> forks = childrenOf(ProcessHandle.current(), work(SandboxMode.AUTO));
    assertThat(forks).hasSize(1);
    assertThat(forks.get(0).info().command().orElse("")).endsWith("java");
    assertThat(forks.get(0).descendants()).isEmpty();
  }

  @Test
  void withoutASandboxNothingIsRestricted() {
    attempt(SandboxMode.OFF, "write new-file");

    assertThat(PARSERS.get(SandboxMode.OFF).restrictions()).isEmpty();
  }

  private static String attempt(SandboxMode mode, String what, SandboxRestriction... needed) {
    PdfParser parser = PARSERS.computeIfAbsent(mode, SandboxTest::start);
    ParseOutcome outcome = parser.parse(file(folder, what.getBytes(StandardCharsets.UTF_8)));
    String result = Outcomes.pagesOf(outcome).get(0).text();
    assumeThat(parser.restrictions().containsAll(List.of(needed))).isTrue();
    return result;
  }

  private static PdfParser start(SandboxMode mode) {
    ParserSettings settings = TestParserSettings.ofOneFork().withSandbox(mode).in(work(mode));
    return TestParsers.start(settings, Intruder.class);
  }

  private static Path work(SandboxMode mode) {
    return folder.resolve(mode.name());
  }
}
