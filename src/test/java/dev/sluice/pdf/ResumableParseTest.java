package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertFailed;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.pdf.content.PageContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a document is read around the pages that kill, by forks that die as the tests say. */
class ResumableParseTest {

  private static final int EVERY_TIME = Integer.MAX_VALUE;
  private static final int OPENING = 0;

  @TempDir private Path folder;
  private TestParserSettings settings = TestParserSettings.ofOneFork();

  @Test
  void aHarmlessDocumentTakesOneRun() {
    // Given
    Forks forks = new Forks(10);

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(forks.runs).containsExactly(new PageRange(1, 100));
    assertThat(gapsOf(outcome)).isEmpty();
    assertThat(numbersOf(outcome)).isEqualTo(numbers(1, 10));
  }

  @Test
  void aPageAtWhichTwoRunsEndIsAGap() {
    // Given
    Forks forks = new Forks(10).dyingAt(4, EVERY_TIME).dyingAt(9, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks);

    // Then each is tried by itself, and what was read is not read again
    assertThat(forks.runs).extracting(PageRange::from).containsExactly(1, 4, 5, 9, 10);
    assertThat(gapsOf(outcome))
        .containsExactly(tuple(4, 4, "parser-crashed"), tuple(9, 9, "parser-crashed"));
    assertThat(numbersOf(outcome)).containsExactly(1, 2, 3, 5, 6, 7, 8, 10);
  }

  @Test
  void aPageAtWhichOneRunEndsIsReadByTheNext() {
    // Given
    Forks forks = new Forks(10).dyingAt(4, 1).dyingAt(5, 1).dyingAt(10, 1);

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(gapsOf(outcome)).isEmpty();
    assertThat(numbersOf(outcome)).isEqualTo(numbers(1, 10));
  }

  @Test
  void neighboursWithTheSameFailureAreOneGap() {
    // Given
    Forks forks = new Forks(5).dyingAt(1, EVERY_TIME).dyingAt(2, EVERY_TIME).dyingAt(3, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(gapsOf(outcome)).containsExactly(tuple(1, 3, "parser-crashed"));
    assertThat(numbersOf(outcome)).containsExactly(4, 5);
  }

  @Test
  void aDocumentThatKillsBeforeItIsOpenIsNotReadPageByPage() {
    // Given
    Forks forks = new Forks(10).dyingAt(OPENING, EVERY_TIME);

    // When, then
    assertFailed(read(forks), FailureCode.PARSER_CRASHED);
    assertThat(forks.runs).hasSize(1);
  }

  @Test
  void aDeathWhileADocumentIsOpenedAgainIsHeldAgainstNoPage() {
    // Given
    Forks forks = new Forks(10).dyingAt(4, 1);
    forks.onDeath = () -> forks.dyingAt(OPENING, 2);

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(forks.runs).hasSize(4);
    assertThat(gapsOf(outcome)).isEmpty();
  }

  @Test
  void aDeathBehindTheLastPageCostsNothing() {
    // Given
    Forks forks = new Forks(3).dyingAt(4, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(gapsOf(outcome)).isEmpty();
    assertThat(numbersOf(outcome)).containsExactly(1, 2, 3);
  }

  @Test
  void whatIsLeftWhenTheForksAreSpentIsNotTried() {
    // Given
    settings.withDocumentForks(5);
    Forks forks = new Forks(90);
    IntStream.rangeClosed(3, 90).forEach(page -> forks.dyingAt(page, EVERY_TIME));

    // When
    ParseOutcome outcome = read(forks);

    // Then
    assertThat(forks.runs).hasSize(5);
    assertThat(gapsOf(outcome))
        .containsExactly(tuple(3, 5, "parser-crashed"), tuple(6, 90, "pages-not-tried"));
    assertThat(numbersOf(outcome)).containsExactly(1, 2);
  }

  @Test
  void whatIsLeftWhenTheTimeIsOverIsNotTried() {
    // Given runs of 40 seconds
    settings.withTotalMillis(60_000).withDocumentTime(Duration.ofSeconds(100));
    Forks forks = new Forks(90).dyingAt(3, EVERY_TIME).dyingAt(7, EVERY_TIME);
    forks.took = Duration.ofSeconds(40);

    // When
    ParseOutcome outcome = read(forks);

    // Then the last one got what was left
    assertThat(forks.times).extracting(Duration::toSeconds).containsExactly(60L, 60L, 20L);
    assertThat(gapsOf(outcome))
        .containsExactly(
            tuple(3, 3, "parser-crashed"),
            tuple(7, 7, "parser-crashed"),
            tuple(8, 90, "pages-not-tried"));
  }

  @Test
  void aDocumentWithoutAReadablePageEndsWithTheFailureOfItsFirst() {
    // Given
    Forks forks = poisonous();

    // When, then
    assertFailed(read(forks), FailureCode.PARSER_CRASHED);
  }

  @Test
  void aDocumentWithoutAReadablePageIsCompleteIfAllGapsAreTolerated() {
    // Given
    settings.withGaps(GapTolerance.ALL);

    // When
    ParseOutcome outcome = read(poisonous());

    // Then
    assertThat(gapsOf(outcome)).containsExactly(tuple(1, 3, "parser-crashed"));
    assertThat(numbersOf(outcome)).isEmpty();
  }

  @Test
  void theFirstGapEndsADocumentIfNoneAreTolerated() {
    // Given
    settings.withGaps(GapTolerance.NONE);
    Forks forks = new Forks(10).dyingAt(4, EVERY_TIME).dyingAt(9, EVERY_TIME);

    // When, then
    assertFailed(read(forks), FailureCode.PARSER_CRASHED);
    assertThat(forks.runs).extracting(PageRange::from).containsExactly(1, 4);
  }

  @Test
  void charactersAreCountedOverAllRuns() {
    // Given pages of 1,000 characters where 10,000 are allowed
    Forks forks = new Forks(12).dyingAt(8, EVERY_TIME);
    forks.text = "x".repeat(1000);

    // When, then
    assertThatThrownBy(() -> read(forks)).hasRootCauseInstanceOf(MalformedFrameException.class);
    assertThat(forks.charactersBefore).containsExactly(0L, 7000L, 7000L);
  }

  @Test
  void aDocumentThatIsInvalidAfterAllIsInvalid() {
    // Given
    Forks forks = new Forks(10).dyingAt(4, EVERY_TIME);
    forks.failure = Failure.of(FailureCode.TOO_MUCH_TEXT, "too much");

    // When, then
    assertFailed(read(forks), FailureCode.TOO_MUCH_TEXT);
    assertThat(forks.runs).hasSize(1);
  }

  @Test
  void anOutageEndsTheReadingAsItIs() {
    // Given no fork for a second run
    Forks forks = new Forks(10).dyingAt(4, EVERY_TIME);
    forks.onDeath =
        () -> {
          throw new FailureException(FailureCode.PARSER_UNAVAILABLE, "none");
        };

    // When, then
    assertThatThrownBy(() -> read(forks)).isInstanceOf(FailureException.class);
  }

  @Test
  void aLargeDocumentIsOnlyOpened() {
    // Given
    Forks forks = new Forks(10);

    // When
    ParseOutcome outcome = read(forks, ParseScope.whole(9));

    // Then
    assertThat(outcome).isEqualTo(new ParseOutcome.Large(planOf(forks)));
    assertThat(forks.runs).hasSize(1);
  }

  @Test
  void aPartIsReadFromItsFirstPageToItsLast() {
    // Given
    Forks forks = new Forks(10);

    // When
    ParseOutcome outcome = read(forks, part(forks, 4, 7, PartCost.NONE));

    // Then
    assertThat(forks.runs).containsExactly(new PageRange(4, 7));
    assertThat(numbersOf(outcome)).isEqualTo(numbers(4, 7));
  }

  @Test
  void aPartGoesOnWhereAChildDied() {
    // Given
    Forks forks = new Forks(10).dyingAt(6, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks, part(forks, 4, 7, PartCost.NONE));

    // Then
    assertThat(forks.runs)
        .containsExactly(new PageRange(4, 7), new PageRange(6, 7), new PageRange(7, 7));
    assertThat(gapsOf(outcome)).containsExactly(tuple(6, 6, "parser-crashed"));
    assertThat(((ParseOutcome.Parsed) outcome).cost()).isEqualTo(new PartCost(0, 2));
  }

  @Test
  void aPartWithoutAReadablePageIsAGap() {
    // Given
    Forks forks = new Forks(3).dyingAt(2, EVERY_TIME).dyingAt(3, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks, part(forks, 2, 3, PartCost.NONE));

    // Then
    assertThat(gapsOf(outcome)).containsExactly(tuple(2, 3, "parser-crashed"));
  }

  @Test
  void aPartThatCannotBeOpenedAnyMoreIsAGap() {
    // Given
    settings.withDocumentForks(3);
    Forks forks = new Forks(10).dyingAt(OPENING, EVERY_TIME);

    // When
    ParseOutcome outcome = read(forks, part(forks, 4, 7, PartCost.NONE));

    // Then
    assertThat(forks.runs).hasSize(3);
    assertThat(gapsOf(outcome)).containsExactly(tuple(4, 7, "pages-not-tried"));
  }

  @Test
  void whatThePartsBeforeHaveCostIsNotSpentAgain() {
    // Given: 10,000 characters and 10 forks for the document
    Forks forks = new Forks(10).dyingAt(6, EVERY_TIME);
    forks.text = "x".repeat(1000);

    // When
    ParseOutcome outcome = read(forks, part(forks, 4, 7, new PartCost(5_000, 9)));

    // Then
    assertThat(forks.charactersBefore).containsExactly(5_000L);
    assertThat(gapsOf(outcome))
        .containsExactly(tuple(6, 6, "parser-crashed"), tuple(7, 7, "pages-not-tried"));
    assertThat(((ParseOutcome.Parsed) outcome).cost()).isEqualTo(new PartCost(2_000, 1));
  }

  private static ParseScope part(Forks forks, int from, int to, PartCost before) {
    return ParseScope.part(new PageRange(from, to), planOf(forks), before);
  }

  private static PartPlan planOf(Forks forks) {
    return new PartPlan(forks.metadata(), true);
  }

  private static Forks poisonous() {
    return new Forks(3).dyingAt(1, EVERY_TIME).dyingAt(2, EVERY_TIME).dyingAt(3, EVERY_TIME);
  }

  private ParseOutcome read(Forks forks) {
    return read(forks, ParseScope.whole(100));
  }

  private ParseOutcome read(Forks forks, ParseScope scope) {
    PartialResult result = new PartialResult(new PageBuffer(folder), scope, 100, 10_000);
    return new ResumableParse(
            settings.in(folder), Duration.ZERO, forks, folder.resolve("a.pdf"), scope, result)
        .read();
  }

  private static List<Tuple> gapsOf(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    List<Gap> gaps = ((ParseOutcome.Parsed) outcome).gaps();
    return gaps.stream()
        .map(gap -> tuple(gap.pages().from(), gap.pages().to(), gap.code()))
        .toList();
  }

  private static List<Integer> numbersOf(ParseOutcome outcome) {
    return pagesOf(outcome).stream().map(PageText::number).toList();
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  /** Read a document, and die at some of its pages for as many times as said. */
  private static final class Forks implements ResumableParse.Runner {

    private final int pages;
    private final Map<Integer, Integer> deaths = new HashMap<>();
    private final List<PageRange> runs = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();
    private final List<Long> charactersBefore = new ArrayList<>();
    private Failure failure = Failure.of(FailureCode.PARSER_CRASHED, "It died.");
    private Duration took = Duration.ZERO;
    private String text = "";
    private Runnable onDeath = () -> {};

    private Forks(int pages) {
      this.pages = pages;
    }

    private Forks dyingAt(int page, int times) {
      deaths.put(page, times);
      return this;
    }

    @Override
    public RunEnd run(ParseRequest request, PartialResult result, Duration time) {
      runs.add(request.pages());
      times.add(time);
      charactersBefore.add(request.charactersBefore());
      try {
        return new RunEnd(read(request, result), took);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Optional<Failure> read(ParseRequest request, PartialResult result) throws IOException {
      if (diesAt(OPENING)) {
        return Optional.of(failure);
      }
      result.opened(metadata());
      if (pages > request.wholeUpTo()) {
        result.large(true);
        return Optional.empty();
      }
      PageRange range = request.pages();
      for (int number = range.from(); number <= Math.min(pages, range.to()); number++) {
        if (diesAt(number)) {
          return Optional.of(failure);
        }
        result.page(ForkFrameCodec.page(PageContent.of(new PageText(number, 1, 1, 0, text))));
      }
      return diesAt(pages + 1) ? Optional.of(failure) : Optional.empty();
    }

    private boolean diesAt(int page) {
      int left = deaths.getOrDefault(page, 0);
      if (left == 0) {
        return false;
      }
      deaths.put(page, left - 1);
      if (page != OPENING) {
        onDeath.run();
      }
      return true;
    }

    private DocumentMetadata metadata() {
      return new DocumentMetadata(
          pages, null, null, null, null, null, null, null, null, null, false, List.of(), List.of());
    }
  }
}
