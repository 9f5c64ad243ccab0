package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.assertFailed;
import static dev.sluice.parse.Outcomes.childrenOf;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.filesIn;
import static dev.sluice.parse.Outcomes.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.document.PageText;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.fixture.Pdfs;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parent believes nothing that a child says, not even its lengths. */
class UntrustedChildTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      classes = {
        FakeChildren.Boastful.class,
        FakeChildren.Babbling.class,
        FakeChildren.Endless.class,
        FakeChildren.Hasty.class,
        FakeChildren.Repeating.class,
        FakeChildren.Lazy.class
      })
  void nonsenseIsACrash(Class<?> child) {
    assertThat(parseWith(child, withoutPatience())).isEqualTo(FailureCode.PARSER_CRASHED);
  }

  @Test
  void silenceIsAStall() {
    assertThat(parseWith(FakeChildren.Silent.class, withoutPatience().withSilenceMillis(300)))
        .isEqualTo(FailureCode.PARSER_STALLED);
  }

  @Test
  void signsOfLifeDoNotHoldTheTotalClock() {
    assertThat(
            parseWith(
                FakeChildren.Dawdling.class,
                withoutPatience().withTotalMillis(500).withSilenceMillis(10_000)))
        .isEqualTo(FailureCode.PARSER_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(classes = {FakeChildren.ExitsAtOnce.class, FakeChildren.NeverReady.class})
  void withoutAChildTheParserIsUnavailable(Class<?> child) {
    // Given
    Path work = folder.resolve("work");
    ParserSettings settings = Settings.ofOneFork().withSandbox(SandboxMode.OFF).in(work);
    Duration startTime = Duration.ofMillis(300);
    try (PdfParser parser = TestParsers.start(settings, child, startTime)) {
      // When, then
      assertThatThrownBy(() -> parser.parse(file(folder, Pdfs.withText("Hello"))))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARSER_UNAVAILABLE));
      assertThat(parser.statistics().busy()).isZero();
    }
    assertThat(filesIn(work)).isEmpty();
  }

  @Test
  void aDeathThatDoesNotComeBackCostsNoPage() {
    // Given a child that dies at the second page as if killed from outside, once, and notes it
    try (PdfParser parser =
        TestParsers.start(
            Settings.ofOneFork(), FakeChildren.DiesOnce.class, folder.resolve("work"))) {
      // When
      ParseOutcome outcome = parser.parse(file(folder, Pdfs.withText("Hello")));

      // Then
      assertThat(((ParseOutcome.Parsed) outcome).gaps()).isEmpty();
      assertThat(pagesOf(outcome))
          .extracting(PageText::text)
          .containsExactly("Page 1", "Page 2", "Page 3");
      assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
    }
  }

  private static Settings withoutPatience() {
    return Settings.ofOneFork().withDocumentForks(1).withGaps(GapTolerance.NONE);
  }

  private FailureCode parseWith(Class<?> child, Settings settings) {
    Path work = folder.resolve("work");
    try (PdfParser parser = TestParsers.start(settings, child, work)) {
      ParseOutcome outcome = parser.parse(file(folder, Pdfs.withText("Hello")));
      FailureCode code = ((ParseOutcome.Failed) outcome).failure().code();
      assertFailed(outcome, code);
      assertThat(parser.statistics().restarts(RestartReason.of(code))).isEqualTo(1);
      return code;
    } finally {
      assertThat(filesIn(work)).isEmpty();
      assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
    }
  }
}
