package dev.sluice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the tests do with parsers and look for in outcomes. */
final class Outcomes {

  /** The text of the document that a parser serves. */
  static final String ALIVE = "Still alive";

  private Outcomes() {}

  static Path file(Path folder, byte[] pdf) {
    try {
      return Files.write(Files.createTempFile(folder, "test", ".pdf"), pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<PageText> pagesOf(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    try (ParseOutcome.Parsed parsed = (ParseOutcome.Parsed) outcome) {
      List<PageText> pages = new ArrayList<>();
      parsed.pages().forEach(content -> pages.add(content.page()));
      return pages;
    }
  }

  static void assertFailed(ParseOutcome outcome, FailureCode code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ParseOutcome.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(code));
  }

  static void assertServes(PdfParser parser, Path folder) {
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.withText(ALIVE)))))
        .extracting(PageText::text)
        .containsExactly(ALIVE);
  }

  static List<Tuple> gapsOf(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome)
        .gaps().stream().map(gap -> tuple(gap.pages(), gap.code())).toList();
  }

  static void assertShutDown(Runnable parse) {
    assertThatThrownBy(parse::run)
        .satisfiesAnyOf(
            e -> assertThat(codeOf(e)).isEqualTo(FailureCode.SHUTTING_DOWN),
            e -> assertThat(codeOf(e.getCause())).isEqualTo(FailureCode.SHUTTING_DOWN));
  }

  private static FailureCode codeOf(Throwable e) {
    return e instanceof FailureException failed ? failed.failure().code() : null;
  }

  /** Kills the forks whose files are in the folder, and waits for their end. */
  static void killChildren(Path folder) {
    for (ProcessHandle fork : childrenOf(ProcessHandle.current(), folder)) {
      fork.destroyForcibly();
      assertThat(fork.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  /** JVMs start slowly on a busy machine. */
  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  /** The living forks whose files are in the folder. */
  static List<ProcessHandle> childrenOf(ProcessHandle parent, Path folder) {
    return parent
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(fork -> fork.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }

  static List<Path> filesIn(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
