package dev.sluice.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.document.PageText;
import dev.sluice.failure.FailureCode;
import dev.sluice.fixture.Pdfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What the tests do with parsers and look for in outcomes. */
final class Outcomes {

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
    assertThat(pagesOf(parser.parse(file(folder, Pdfs.withText("Still alive")))))
        .extracting(PageText::text)
        .containsExactly("Still alive");
  }

  /** JVMs start slowly on a busy machine. */
  static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  /** The living child JVMs whose files are in the folder. */
  static List<ProcessHandle> childrenOf(ProcessHandle parent, Path folder) {
    return parent
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(child -> child.info().commandLine().orElse("").contains(folder.toString()))
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
