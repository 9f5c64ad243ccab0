package dev.sluice.replay;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where ops order replays, by the API or at the console, and ask what became of them. */
@Component
class ReplayService {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayService.class);

  private final ReplayOrders orders;
  private final DeadLetters deadLetters;
  private final Replays replays;

  ReplayService(ReplayOrders orders, DeadLetters deadLetters, Replays replays) {
    this.orders = orders;
    this.deadLetters = deadLetters;
    this.replays = replays;
  }

  /**
   * Counts what a replay would be about, or enters it: its documents are started bit by bit. Throws
   * {@link FailureException} that says what is wrong with the request.
   */
  ReplayAnswer request(ReplayRequest request, Requester requester) {
    ReplayOrder order =
        orders.of(request.criteria(), request.all(), request.lane(), request.perSecond());
    return request.dryRun()
        ? ReplayAnswer.DryRun.of(deadLetters.countByCode(order.filter()))
        : enter(order, requester);
  }

  private ReplayAnswer.Report enter(ReplayOrder order, Requester requester) {
    ReplayAnswer.Report report = report(replays.enter(order, requester));
    LOG.info(
        "Replay {} of {} documents, ordered by {} ({})",
        report.replay().id(),
        report.replay().matches(),
        requester.name(),
        requester.via());
    return report;
  }

  /** A replay with its result so far; throws {@link FailureException} if there is none. */
  ReplayAnswer.Report report(UUID id) {
    Replay replay =
        replays
            .find(id)
            .orElseThrow(
                () -> new FailureException(FailureCode.NOT_FOUND, "There is no such replay."));
    return ReplayAnswer.Report.of(replay, replays.result(id));
  }

  /** Lets nothing more of it be started. */
  ReplayAnswer.Report callOff(UUID id, Requester requester) {
    int documents = replays.callOff(id, requester.name());
    if (documents > 0) {
      LOG.info(
          "Replay {} called off by {} ({}) before {} documents were started",
          id,
          requester.name(),
          requester.via(),
          documents);
    }
    return report(id);
  }
}
