package dev.sluice.replay;

import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an order of what somebody wrote; nobody replays everything by a typo. */
@Component
class ReplayOrders {

  private static final List<DocumentState> DEAD = List.of(DocumentState.DEAD);

  private final ReplaySettings settings;

  ReplayOrders(ReplaySettings settings) {
    this.settings = settings;
  }

  /**
   * Checks an order; throws {@link FailureException} that says what is wrong with it.
   *
   * @param all whether criteria that narrow nothing are meant
   * @param lane null for bulk, so that nobody who waits has to wait longer
   * @param perSecond null for what is configured
   */
  ReplayOrder of(DeadLetterCriteria criteria, boolean all, String lane, Integer perSecond) {
    DeadLetterFilter filter = criteria.filter(DEAD);
    if (!all && !filter.narrows()) {
      throw refused(
          "Say which: by ids, codes, owner, from, to or parserVersion. If all are meant: all: true;"
              + " at the console, code *.");
    }
    return new ReplayOrder(filter, laneOf(lane), checked(perSecond));
  }

  private static Lane laneOf(String lane) {
    try {
      return lane == null ? Lane.BULK : Lane.of(lane);
    } catch (IllegalArgumentException e) {
      throw refused("lane must be bulk or interactive.");
    }
  }

  private int checked(Integer perSecond) {
    if (perSecond == null) {
      return settings.perSecond();
    }
    if (perSecond < 1 || perSecond > settings.maxPerSecond()) {
      throw refused("perSecond must be 1 to " + settings.maxPerSecond() + ".");
    }
    return perSecond;
  }

  private static FailureException refused(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
