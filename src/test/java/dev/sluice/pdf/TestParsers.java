package dev.sluice.pdf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parsers for tests that start many forks: compiled once and lightly, as the second compiler works
 * longer than such a fork lives. {@link PdfParserTest} starts them as Sluice does.
 */
public final class TestParsers {

  private static final String LIGHT = "-XX:TieredStopAtLevel=1";
  private static final Duration START_TIME = Duration.ofSeconds(60);

  private TestParsers() {}

  /** Starts the real forks. */
  public static PdfParser start(ParserSettings settings) {
    return new PdfParser(
        settings, light(ForkClasspath.with().launch(PdfParser.MAIN_CLASS)), START_TIME);
  }

  /** Starts another program in their place. */
  static PdfParser start(ParserSettings settings, Class<?> fork) {
    return start(settings, fork, START_TIME);
  }

  static PdfParser start(ParserSettings settings, Class<?> fork, Duration startTime) {
    return new PdfParser(
        settings, light(ForkClasspath.with(fork).launch(fork.getName())), startTime);
  }

  /** Starts one fork of such a program that nothing is kept from, in a folder. */
  static PdfParser start(TestParserSettings settings, Class<?> fork, Path folder) {
    return start(settings.withSandbox(SandboxMode.OFF).in(folder), fork);
  }

  private static List<String> light(List<String> program) {
    return Stream.concat(Stream.of(LIGHT), program.stream()).toList();
  }
}
