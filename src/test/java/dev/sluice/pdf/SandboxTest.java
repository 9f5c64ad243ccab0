package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.settings.ProcessUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks are started as restricted as this machine allows; see {@link ConfinementTest}. */
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
  void aChildKnowsNothingOfItsParentsEnvironment() {
    assertThat(attempt(SandboxMode.AUTO, "environment").split("[\\[\\], ]+"))
        .isSubsetOf(
            "", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "PWD", "LD_LIBRARY_PATH", "TESSDATA_PREFIX");
  }

  @Test
  void aChildIsAsRestrictedAsTheStrictestLevelOfThisMachine() {
    attempt(SandboxMode.AUTO, "write new-file");

    assertThat(PARSERS.get(SandboxMode.AUTO).restrictions())
        .isIn(
            Stream.of(Confinement.values())
                .map(level -> level.restrictions(ProcessUser.isRoot()))
                .toList());
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

  private static String attempt(SandboxMode mode, String what) {
    PdfParser parser = PARSERS.computeIfAbsent(mode, SandboxTest::start);
    ParseOutcome outcome = parser.parse(file(folder, what.getBytes(StandardCharsets.UTF_8)));
    return Outcomes.pagesOf(outcome).get(0).text();
  }

  private static PdfParser start(SandboxMode mode) {
    ParserSettings settings = TestParserSettings.ofOneFork().withSandbox(mode).in(work(mode));
    return TestParsers.start(settings, Intruder.class);
  }

  private static Path work(SandboxMode mode) {
    return folder.resolve(mode.name());
  }
}
