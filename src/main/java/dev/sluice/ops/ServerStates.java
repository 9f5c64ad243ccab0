package dev.sluice.ops;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.Reason;
import dev.sluice.model.failure.ServerFailures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What is known of the servers that Sluice depends on: which do not answer, and which answer and
 * yet fail what they are asked, as one does whose disk is full. Each trouble is logged once when it
 * begins and once when it ends.
 */
@Component
class ServerStates implements ServerFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ServerStates.class);

  /** Failures over this time are a trouble; shorter ones may be those of an outage's beginning. */
  private static final Duration TROUBLE_AFTER = Duration.ofSeconds(5);

  /** No failure for this long ends the trouble. */
  private static final Duration OVER_AFTER = Duration.ofMinutes(1);

  /** Since when, and what was seen. */
  record Trouble(Instant since, String why) {}

  private record Failing(Instant first, Instant last, String why) {
    boolean isTrouble() {
      return Duration.between(first, last).compareTo(TROUBLE_AFTER) >= 0;
    }

    boolean isOver(Instant now) {
      return Duration.between(last, now).compareTo(OVER_AFTER) > 0;
    }
  }

  private final Map<WatchedServer, Trouble> outages = new EnumMap<>(WatchedServer.class);
  private final Map<WatchedServer, Failing> failing = new EnumMap<>(WatchedServer.class);
  private final Map<WatchedServer, Duration> latencies = new EnumMap<>(WatchedServer.class);
  private final Clock clock;

  @Autowired
  ServerStates() {
    this(Clock.systemUTC());
  }

  ServerStates(Clock clock) {
    this.clock = clock;
  }

  /** Why a server does not answer; empty while it does, and before it was asked. */
  synchronized Optional<Trouble> outageOf(WatchedServer server) {
    return Optional.ofNullable(outages.get(server));
  }

  /** Why a server does not answer, or fails what it is asked; empty if all is well. */
  synchronized Optional<Trouble> troubleOf(WatchedServer server) {
    return outageOf(server)
        .or(
            () ->
                Optional.ofNullable(failing.get(server))
                    .filter(Failing::isTrouble)
                    .map(calls -> new Trouble(calls.first(), calls.why())));
  }

  /** Takes note of how long a server took to answer. */
  synchronized void took(WatchedServer server, Duration latency) {
    latencies.put(server, latency);
  }

  /** How long its last answer took; empty before the first. */
  synchronized Optional<Duration> latencyOf(WatchedServer server) {
    return Optional.ofNullable(latencies.get(server));
  }

  @Override
  public boolean isKnown(FailureCode code) {
    return WatchedServer.behind(code).flatMap(this::troubleOf).isPresent();
  }

  @Override
  public synchronized void failed(FailureCode code, Throwable cause) {
    WatchedServer.behind(code)
        .filter(server -> !outages.containsKey(server))
        .ifPresent(server -> failed(server, Reason.of(cause)));
  }

  /** Takes note of an answer; true if it ends an outage. */
  synchronized boolean answers(WatchedServer server) {
    Failing calls = failing.get(server);
    if (calls != null && calls.isOver(clock.instant())) {
      failing.remove(server);
      if (calls.isTrouble()) {
        LOG.info("{} fails no more, after {} s", server.title(), secondsSince(calls.first()));
      }
    }
    Trouble over = outages.remove(server);
    if (over != null) {
      LOG.info("{} answers again, after {} s", server.title(), secondsSince(over.since()));
    }
    return over != null;
  }

  /** Takes note of a missing answer; true if it begins an outage. */
  synchronized boolean doesNotAnswer(WatchedServer server, String why) {
    failing.remove(server);
    Trouble began = new Trouble(clock.instant(), why);
    boolean isNew = outages.putIfAbsent(server, began) == null;
    if (isNew) {
      LOG.warn("{} does not answer since {}: {}", server.title(), began.since(), why);
    }
    return isNew;
  }

  private void failed(WatchedServer server, String why) {
    Instant now = clock.instant();
    Failing before = failing.get(server);
    boolean goesOn = before != null && !before.isOver(now);
    Failing calls = new Failing(goesOn ? before.first() : now, now, why);
    failing.put(server, calls);
    if (calls.isTrouble() && !(goesOn && before.isTrouble())) {
      LOG.warn("{} answers, but fails calls since {}: {}", server.title(), calls.first(), why);
    }
  }

  private long secondsSince(Instant begin) {
    return Duration.between(begin, clock.instant()).toSeconds();
  }
}
