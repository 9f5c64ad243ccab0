package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bounds how many links an owner has, to documents and to timetables together. */
@Component
public class SubscriptionLimit {

  private final JdbcClient jdbc;
  private final CalendarFeedSettings settings;

  SubscriptionLimit(JdbcClient jdbc, CalendarFeedSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * Throws {@link FailureException} if the owner has as many as it may. Lasts until the transaction
   * at hand ends: concurrent callers would otherwise all find room.
   */
  public void requireRoom(String owner) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('calendar_subscription'), hashtext(?))")
        .param(owner)
        .query((row, n) -> "")
        .single();
    if (count(owner) >= settings.subscriptions()) {
      throw new FailureException(
          FailureCode.TOO_MANY_SUBSCRIPTIONS,
          "An owner may have " + settings.subscriptions() + " subscriptions.");
    }
  }

  private long count(String owner) {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM calendar_subscription WHERE owner = :owner)
              + (SELECT count(*) FROM timetable_subscription WHERE owner = :owner)
            """)
        .param("owner", owner)
        .query(Long.class)
        .single();
  }
}
