package dev.sluice.pdf;

import dev.sluice.model.document.Gap;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads one document in as many runs as it takes. A run that harms its fork goes on in another one,
 * with the page at which it ended: what is left behind, be it memory or time, no longer weighs on
 * this page, and whoever killed the fork from outside does not come twice. A page at which two runs
 * in a row end is a gap.
 */
final class ResumableParse {

  /** Has a fork read pages into the findings, within a time. */
  interface Runner {
    RunEnd run(ParseRequest request, PartialResult result, Duration time);
  }

  private final ParserSettings settings;
  private final Duration ocrTime;
  private final Runner runner;
  private final Path pdf;
  private final ParseScope scope;
  private final PartialResult result;
  private Duration timeLeft;
  private int forksLeft;
  private int forksHarmed;
  private int suspect; // the page at which the run before ended, or 0

  /** OCR may take so much time on top of what the settings allow. */
  ResumableParse(
      ParserSettings settings,
      Duration ocrTime,
      Runner runner,
      Path pdf,
      ParseScope scope,
      PartialResult result) {
    this.settings = settings;
    this.ocrTime = ocrTime;
    this.runner = runner;
    this.pdf = pdf;
    this.scope = scope;
    this.result = result;
    this.timeLeft = settings.documentTime().plus(ocrTime);
    this.forksLeft = settings.documentForks() - scope.before().forks();
  }

  /** Throws what the runner throws; the pages of what is parsed belong to the outcome. */
  ParseOutcome read() {
    while (!result.isComplete() && mayGoOn()) {
      Optional<Failure> failure = run();
      if (failure.isPresent()) {
        if (failure.get() instanceof Failure.Invalid || !result.wasOpened()) {
          return new ParseOutcome.Failed(failure.get());
        }
        resumeAfter(failure.get());
      }
    }
    return outcome();
  }

  private boolean mayGoOn() {
    return settings.gaps() != GapTolerance.NONE || result.gaps().isEmpty();
  }

  private Optional<Failure> run() {
    Duration time = shorter(timeLeft, settings.totalTime().plus(ocrTime));
    result.startRun();
    ParseRequest request = request(shorter(timeLeft, settings.totalTime()));
    RunEnd end = runner.run(request, result, time);
    timeLeft = timeLeft.minus(end.took());
    return end.failure();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void resumeAfter(Failure failure) {
    forksLeft--;
    forksHarmed++;
    boolean atAPage = result.isOpen() && !result.isComplete();
    boolean spent = forksLeft <= 0 || timeLeft.isZero() || timeLeft.isNegative();
    if (atAPage && (spent || result.next() == suspect)) {
      result.skipPage(failure);
    } else if (atAPage) {
      suspect = result.next();
    }
    if (spent && !result.isComplete()) {
      result.skipRest(notTried());
    }
  }

  private Failure notTried() {
    String spent =
        forksLeft <= 0
            ? "cost " + settings.documentForks() + " forks."
            : "taken " + settings.documentTime().toSeconds() + " s.";
    return Failure.of(FailureCode.PAGES_NOT_TRIED, "By then the document had " + spent);
  }

  private ParseOutcome outcome() {
    if (result.isLarge()) {
      return result.plan();
    }
    List<Gap> gaps = result.gaps();
    if (accepts(gaps)) {
      return result.finish(forksHarmed);
    }
    return ParseOutcome.Failed.of(gaps.get(0));
  }

  // Whether a document has a page that was read is seen when its parts are gathered.
  private boolean accepts(List<Gap> gaps) {
    int pagesRead = scope.isPart() ? 1 : result.pagesRead();
    return settings.gaps().accepts(pagesRead, gaps.size());
  }

  private ParseRequest request(Duration time) {
    return ParseRequest.of(pdf, result.rest(), scope, time, result.characters(), settings);
  }
}
