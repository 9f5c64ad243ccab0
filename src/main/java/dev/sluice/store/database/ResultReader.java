package dev.sluice.store.database;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads results and lists from a standby if there is one that is new enough, else from the primary.
 * Whether a document is there, whose it is and where it stands is asked of the primary before.
 */
public class ResultReader {

  /** Clocks of replicas and database differ, and a transaction ends later than it says. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final JdbcClient primary;
  private final Optional<Standby> standby;
  private final Duration settled;
  private final Counter fromStandby;
  private final Counter fromPrimary;

  /**
   * Reads from these.
   *
   * @param staleness how far behind the standby may be
   */
  ResultReader(
      JdbcClient primary, Optional<Standby> standby, Duration staleness, MeterRegistry meters) {
    this.primary = primary;
    this.standby = standby;
    this.settled = staleness.plus(MARGIN);
    this.fromStandby = counter(meters, "standby");
    this.fromPrimary = counter(meters, "primary");
  }

  /** What a query says of a document; what is not found on a standby may be on the primary. */
  public <T> T read(Document document, Function<JdbcClient, T> query) {
    return isSettled(document) ? fromStandby(query, ResultReader::isFound) : fromPrimary(query);
  }

  /**
   * A list of what is older than {@link #settledBefore}, which may lack changes of the last
   * seconds.
   */
  public <T> T readSettled(Function<JdbcClient, T> query) {
    return fromStandby(query, answer -> true);
  }

  /** Changes before this time may be read from a standby; empty if there is none. */
  public Optional<Instant> settledBefore() {
    return standby.filter(Standby::isUsed).map(used -> Instant.now().minus(settled));
  }

  private boolean isSettled(Document document) {
    return document.state() == DocumentState.COMPLETED
        && settledBefore().filter(document.completedAt()::isBefore).isPresent();
  }

  private <T> T fromStandby(Function<JdbcClient, T> query, Predicate<T> isFound) {
    Optional<T> answer = standby.flatMap(server -> server.read(query)).filter(isFound);
    answer.ifPresent(found -> fromStandby.increment());
    return answer.orElseGet(() -> fromPrimary(query));
  }

  private <T> T fromPrimary(Function<JdbcClient, T> query) {
    fromPrimary.increment();
    return query.apply(primary);
  }

  private static boolean isFound(Object answer) {
    return answer instanceof Optional<?> one
        ? one.isPresent()
        : !(answer instanceof Collection<?> many) || !many.isEmpty();
  }

  private static Counter counter(MeterRegistry meters, String server) {
    return Counter.builder("sluice.result.reads")
        .description("Queries for results and lists, by the server that answered")
        .tag("from", server)
        .register(meters);
  }
}
