package dev.sluice.ops.board;

import dev.sluice.ops.Dependencies.Dependency;
import dev.sluice.ops.board.BoardRule.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows what is not well and since when; whoever looks does so often enough to see it begin. */
final class ProblemWatch {

  private final InstantSource clock;
  private final Map<String, Instant> since = new HashMap<>();

  ProblemWatch(InstantSource clock) {
    this.clock = clock;
  }

  /** What is not well now, causes first. */
  synchronized List<BoardProblem> look(MeterReader meters, BoardFacts facts) {
    List<BoardProblem> problems = new ArrayList<>();
    facts.servers().stream()
        .filter(server -> !server.up())
        .forEach(server -> problems.add(outage(server)));
    for (BoardRule rule : BoardRules.ALL) {
      note(problems, rule.problem(), rule.isBroken(meters), rule.after());
    }
    note(problems, ProblemTexts.DISK_NEARLY_FULL, facts.isDiskNearlyFull(), Duration.ZERO);
    note(problems, ProblemTexts.DEAD_LETTERS, facts.hasManyDeadLetters(), Duration.ZERO);
    note(problems, ProblemTexts.DOOR_FAILS, facts.hasFailingDoor(), Duration.ZERO);
    problems.sort((a, b) -> Boolean.compare(isWarning(a), isWarning(b)));
    forgetOthers(facts);
    return problems;
  }

  private BoardProblem outage(Dependency server) {
    Instant begin = server.since() == null ? first(server.name()) : server.since();
    return BoardProblem.of(ProblemTexts.outageOf(server), begin);
  }

  private void note(List<BoardProblem> problems, Text problem, boolean isSo, Duration after) {
    if (!isSo) {
      since.remove(problem.code());
    } else if (!first(problem.code()).plus(after).isAfter(clock.instant())) {
      problems.add(BoardProblem.of(problem, first(problem.code())));
    }
  }

  private Instant first(String code) {
    return since.computeIfAbsent(code, unknown -> clock.instant());
  }

  /** A server that is back is out for the first time when it goes again. */
  private void forgetOthers(BoardFacts facts) {
    Set<String> up =
        Set.copyOf(facts.servers().stream().filter(Dependency::up).map(Dependency::name).toList());
    since.keySet().removeIf(up::contains);
  }

  private static boolean isWarning(BoardProblem problem) {
    return problem.severity().equals("warning");
  }
}
