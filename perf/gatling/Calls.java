package dev.sluice.load;

import static io.gatling.javaapi.core.CoreDsl.doWhile;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;

/** Requests that are written down, and sent again when Sluice asks to come back. */
final class Calls {

  private static final int TRIES = 20;
  private static final String BEGUN = "begun";
  private static final String STATUS = "status";
  private static final String MILLIS = "millis";
  private static final String RETRY_AFTER = "retryAfter";
  private static final String TRIED = "tried";

  private final Recorder recorder;

  Calls(Recorder recorder) {
    this.recorder = recorder;
  }

  ChainBuilder call(String kind, HttpRequestActionBuilder request) {
    HttpRequestActionBuilder watched =
        request.check(
            status().saveAs(STATUS),
            responseTimeInMillis().saveAs(MILLIS),
            header("Retry-After").optional().saveAs(RETRY_AFTER));
    return exec(session -> session.set(TRIED, 0))
        .exec(
            doWhile(Calls::isToComeBack)
                .on(
                    exec(Calls::begin)
                        .exec(watched)
                        .exec(session -> end(session, kind))
                        .doIf(Calls::isToComeBack)
                        .then(pause(Calls::retryAfter))));
  }

  /** Whether the last call was answered as hoped. */
  static boolean wentWell(Session session) {
    return outcome(session) == Outcome.OK;
  }

  /** The body of the last answer, if the call kept it. */
  static String body(Session session) {
    return session.contains("body") ? session.getString("body") : "";
  }

  private static Session begin(Session session) {
    return session
        .removeAll(STATUS, MILLIS, RETRY_AFTER, "body")
        .set(BEGUN, System.currentTimeMillis());
  }

  private Session end(Session session, String kind) {
    long begun = session.getLong(BEGUN);
    // Without an answer there is no other clock than this one.
    long millis =
        session.contains(MILLIS) ? session.getInt(MILLIS) : System.currentTimeMillis() - begun;
    recorder.request(begun, kind, outcome(session), statusOf(session), millis);
    return session.set(TRIED, session.getInt(TRIED) + 1);
  }

  private static Outcome outcome(Session session) {
    return Outcome.of(statusOf(session), Visit.of(session).isHostile());
  }

  private static int statusOf(Session session) {
    return session.contains(STATUS) ? session.getInt(STATUS) : 0;
  }

  private static boolean isToComeBack(Session session) {
    return outcome(session) == Outcome.LATER && session.getInt(TRIED) < TRIES;
  }

  private static Duration retryAfter(Session session) {
    String seconds = session.contains(RETRY_AFTER) ? session.getString(RETRY_AFTER) : "1";
    return Duration.ofSeconds(Long.parseLong(seconds));
  }
}
