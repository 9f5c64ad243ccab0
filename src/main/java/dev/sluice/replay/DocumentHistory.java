package dev.sluice.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** A document with all changes of its state, oldest first. */
public record DocumentHistory(DeadLetterView document, List<Event> history) {

  /**
   * A change of its state.
   *
   * @param from null when it came in
   * @param attempt number of the last attempt that was begun, from 1; a restart takes a number as
   *     well
   * @param code of the failure that was seen, or null
   * @param detail of that failure, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Event(
      Instant at, String from, String to, int attempt, String code, String detail) {}
}
