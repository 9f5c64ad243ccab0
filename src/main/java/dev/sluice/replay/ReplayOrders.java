package dev.sluice.replay;

import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an order of a request, and refuses one that would replay everything by a typo. */
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
   * @param lane null for bulk, so that senders who wait do not wait longer
   * @param perSecond null for what is configured
   */
  ReplayOrder of(DeadLetterCriteria criteria, boolean all, String lane, Integer perSecond) {
    DeadLetterFilter filter = criteria.filter(DEAD);
    if (!all && !filter.narrows()) {
      throw refused(
          "Say which: by ids, codes, owner, from, to or parserVersion; or all: true if all are meant.");
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
