package dev.sluice.web.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A change that somebody made, or was refused to make.
 *
 * @param number in the order of entry; 0 before it is entered
 * @param actor owner of the key, or the ops login
 * @param via {@code api} or {@code console}
 * @param action method and path, with {@code {id}} for an id; at the console what Jolokia was asked
 * @param target what it was about, or null
 * @param status of the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
    long number,
    Instant at,
    String actor,
    String via,
    String action,
    String target,
    int status,
    String requestId) {

  /** One that is to be entered. */
  static AuditEvent of(
      String actor, String via, String action, String target, int status, String requestId) {
    return new AuditEvent(0, Instant.now(), actor, via, action, target, status, requestId);
  }
}
