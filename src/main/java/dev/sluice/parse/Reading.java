package dev.sluice.parse;

import dev.sluice.document.Gap;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads one document in as many runs as it takes. A run that harms its child goes on in another
 * one, with the page at which it ended: what is left behind, be it memory or time, no longer weighs
 * on this page, and whoever killed the child from outside does not come twice. A page at which two
 * runs in a row end is a gap.
 */
final class Reading {

  /** Has a child read pages into the findings, within a time. */
  interface Runner {
    RunEnd run(ParseRequest request, Findings findings, Duration time);
  }

  private final ParserSettings settings;
  private final Runner runner;
  private final Path pdf;
  private final Findings findings;
  private Duration timeLeft;
  private int forksLeft;
  private int suspect; // the page at which the run before ended, or 0

  Reading(ParserSettings settings, Runner runner, Path pdf, Findings findings) {
    this.settings = settings;
    this.runner = runner;
    this.pdf = pdf;
    this.findings = findings;
    this.timeLeft = settings.documentTime();
    this.forksLeft = settings.documentForks();
  }

  /** Throws what the runner throws; the pages of what is parsed belong to the outcome. */
  ParseOutcome read() {
    while (!findings.isComplete() && mayGoOn()) {
      Optional<Failure> failure = run();
      if (failure.isPresent()) {
        if (failure.get() instanceof Failure.Invalid || !findings.wasOpened()) {
          return new ParseOutcome.Failed(failure.get());
        }
        resumeAfter(failure.get());
      }
    }
    return outcome();
  }

  private boolean mayGoOn() {
    return settings.gaps() != GapTolerance.NONE || findings.gaps().isEmpty();
  }

  private Optional<Failure> run() {
    Duration time = timeLeft.compareTo(settings.totalTime()) < 0 ? timeLeft : settings.totalTime();
    findings.startRun();
    RunEnd end = runner.run(request(time), findings, time);
    timeLeft = timeLeft.minus(end.took());
    return end.failure();
  }

  private void resumeAfter(Failure failure) {
    forksLeft--;
    boolean atAPage = findings.isOpen() && !findings.isComplete();
    boolean spent = forksLeft <= 0 || timeLeft.isZero() || timeLeft.isNegative();
    if (atAPage && (spent || findings.next() == suspect)) {
      findings.skipPage(failure);
    } else if (atAPage) {
      suspect = findings.next();
    }
    if (spent && !findings.isComplete()) {
      findings.skipRest(notTried());
    }
  }

  private Failure notTried() {
    String spent =
        forksLeft <= 0
            ? "cost " + settings.documentForks() + " child JVMs."
            : "taken " + settings.documentTime().toSeconds() + " s.";
    return Failure.of(FailureCode.PAGES_NOT_TRIED, "By then the document had " + spent);
  }

  private ParseOutcome outcome() {
    List<Gap> gaps = findings.gaps();
    if (settings.gaps().accepts(findings.pagesRead(), gaps.size())) {
      return findings.finish();
    }
    Gap first = gaps.get(0);
    return new ParseOutcome.Failed(Failure.of(FailureCode.of(first.code()), first.detail()));
  }

  private ParseRequest request(Duration time) {
    return ParseRequest.of(pdf, findings.rest(), time, findings.characters(), settings);
  }
}
