package dev.sluice.ops.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.TestClock;
import dev.sluice.ops.Dependencies.Dependency;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProblemWatchTest {

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ProblemWatch watch = new ProblemWatch(clock);

  @Test
  void whatIsWellIsNoProblem() {
    assertThat(look(facts(true, 0.5, 0))).isEmpty();
  }

  @Test
  void aProblemKeepsTheTimeAtWhichItWasSeenFirst() {
    // Given
    Instant begin = clock.instant();
    look(facts(true, 0.1, 0));

    // When
    clock.pass(Duration.ofHours(1));
    List<BoardProblem> later = look(facts(true, 0.1, 0));

    // Then
    assertThat(later).extracting(BoardProblem::code).containsExactly("disk-nearly-full");
    assertThat(later).extracting(BoardProblem::since).containsExactly(begin);
  }

  @Test
  void aProblemThatCameBackBeganWhenItCameBack() {
    // Given
    look(facts(true, 0.1, 0));
    clock.pass(Duration.ofHours(1));
    look(facts(true, 0.9, 0));

    // When
    List<BoardProblem> again = look(facts(true, 0.1, 0));

    // Then
    assertThat(again).extracting(BoardProblem::since).containsExactly(clock.instant());
  }

  @Test
  void whatComesAndGoesByItselfIsAProblemOnceItStays() {
    // Given
    AtomicInteger open = meters.gauge("sluice.admission.open", new AtomicInteger(0));
    look(facts(true, 1, 0));

    // Then
    clock.pass(Duration.ofMinutes(14));
    assertThat(look(facts(true, 1, 0))).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    assertThat(look(facts(true, 1, 0)))
        .extracting(BoardProblem::code)
        .containsExactly("doors-closed");
    open.set(1);
    assertThat(look(facts(true, 1, 0))).isEmpty();
  }

  @Test
  void theCauseStandsBeforeWhatFollowsAndWarningsStandLast() {
    // Given
    meters.gauge("sluice.work.paused", 1);

    // Then
    assertThat(look(facts(false, 0.1, 11)))
        .extracting(BoardProblem::code)
        .containsExactly("db-out", "work-paused", "disk-nearly-full", "dead-letters-grow");
  }

  private List<BoardProblem> look(BoardFacts facts) {
    return watch.look(new MeterReader(meters), facts);
  }

  private static BoardFacts facts(boolean databaseIsUp, double diskFree, long deadLetters) {
    return new BoardFacts(
        List.of(Dependency.of("db", databaseIsUp, "refused")), List.of(), diskFree, deadLetters);
  }
}
