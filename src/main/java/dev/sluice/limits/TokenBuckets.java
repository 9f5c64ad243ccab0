package dev.sluice.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Counts per minute and hour, with a token bucket for each owner in the database. Tokens come back
 * one by one: with five a minute, one every twelve seconds.
 */
@Component
public class TokenBuckets {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int SWEPT_AT_ONCE = 1000;

  /** Largest number of uploads into a batch that count as one, in an hour; as many as a ZIP has. */
  private static final int UPLOADS_OF_BATCH = 1000;

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

  TokenBuckets(DataSource dataSource) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("token_bucket")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
            .build();
  }

  /**
   * The answer to a request for a token.
   *
   * @param granted false if there was none
   * @param quotas how far each limit is used up now; empty if there is no limit
   */
  record TokenAnswer(boolean granted, List<Quota> quotas) {

    /** The time until there is a token again; zero if there is one. */
    Duration untilToken() {
      return quotas.stream()
          .filter(quota -> quota.remaining() == 0)
          .map(Quota::untilMore)
          .max(Duration::compareTo)
          .orElse(Duration.ZERO);
    }
  }

  /** Takes a token for what is demanded, if there is one. */
  TokenAnswer take(String owner, Plan plan, RequestClass requestClass) {
    List<Bandwidth> limits = limitsOf(plan, requestClass);
    if (limits.isEmpty()) {
      return new TokenAnswer(true, List.of());
    }
    VerboseResult<Boolean> result = bucket(owner, limits, requestClass).asVerbose().tryConsume(1);
    return new TokenAnswer(result.getValue(), quotas(result));
  }

  /**
   * Takes a token for an upload into a batch. The first one takes a token of its owner; those that
   * follow within an hour take tokens of the batch. Of two that come first at once, each may take
   * one of its owner.
   */
  TokenAnswer takeForBatch(String owner, Plan plan, UUID batch) {
    if (limitsOf(plan, RequestClass.UPLOAD).isEmpty()) {
      return new TokenAnswer(true, List.of());
    }
    Bucket uploads = batchBucket(owner, batch);
    if (uploads.getAvailableTokens() == UPLOADS_OF_BATCH) {
      TokenAnswer first = take(owner, plan, RequestClass.UPLOAD);
      if (!first.granted()) {
        return first;
      }
    }
    ConsumptionProbe probe = uploads.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new TokenAnswer(true, look(owner, plan, RequestClass.UPLOAD))
        : new TokenAnswer(false, List.of(spentBatch(probe)));
  }

  /** How far the limits are used up; takes no token. */
  List<Quota> look(String owner, Plan plan, RequestClass requestClass) {
    List<Bandwidth> limits = limitsOf(plan, requestClass);
    return limits.isEmpty()
        ? List.of()
        : quotas(bucket(owner, limits, requestClass).asVerbose().getAvailableTokens());
  }

  /** Forgets buckets that are full again; returns how many. */
  public int sweep() {
    return buckets.removeExpired(SWEPT_AT_ONCE);
  }

  private static List<Bandwidth> limitsOf(Plan plan, RequestClass requestClass) {
    List<Bandwidth> limits = new ArrayList<>();
    switch (requestClass) {
      case UPLOAD -> {
        addLimit(limits, "uploads-per-minute", plan.uploadsPerMinute(), MINUTE);
        addLimit(limits, "uploads-per-hour", plan.uploadsPerHour(), HOUR);
      }
      case DROP -> addLimit(limits, "dropped-per-hour", plan.droppedPerHour(), HOUR);
      case STATUS -> addLimit(limits, "status-per-minute", plan.statusPerMinute(), MINUTE);
      case READ -> addLimit(limits, "reads-per-minute", plan.readsPerMinute(), MINUTE);
      case IMAGE -> addLimit(limits, "images-per-minute", plan.imagesPerMinute(), MINUTE);
      case PIECE, NOTHING -> {}
    }
    return limits;
  }

  private static void addLimit(List<Bandwidth> limits, String name, int tokens, Duration period) {
    if (tokens > 0) {
      limits.add(
          Bandwidth.builder().capacity(tokens).refillGreedy(tokens, period).id(name).build());
    }
  }

  private Bucket bucket(String owner, List<Bandwidth> limits, RequestClass requestClass) {
    StringBuilder id = new StringBuilder(requestClass.name());
    ConfigurationBuilder configuration = BucketConfiguration.builder();
    for (Bandwidth limit : limits) {
      configuration.addLimit(limit);
      // With its numbers: another plan is another bucket.
      id.append(' ').append(limit.getCapacity()).append('/').append(seconds(limit));
    }
    return buckets.builder().build(id.append(' ').append(owner).toString(), configuration::build);
  }

  /** Its tokens come back together, so that it is full only when it was not used for an hour. */
  private Bucket batchBucket(String owner, UUID batch) {
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(UPLOADS_OF_BATCH)
            .refillIntervally(UPLOADS_OF_BATCH, HOUR)
            .build();
    BucketConfiguration configuration = BucketConfiguration.builder().addLimit(limit).build();
    return buckets.builder().build("BATCH " + batch + " " + owner, () -> configuration);
  }

  private static Quota spentBatch(ConsumptionProbe probe) {
    return new Quota(
        "uploads-per-batch",
        UPLOADS_OF_BATCH,
        HOUR.toSeconds(),
        0,
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static long seconds(Bandwidth limit) {
    return Duration.ofNanos(limit.getRefillPeriodNanos()).toSeconds();
  }

  private static List<Quota> quotas(VerboseResult<?> result) {
    Bandwidth[] limits = result.getConfiguration().getBandwidths();
    List<Quota> quotas = new ArrayList<>();
    for (int n = 0; n < limits.length; n++) {
      quotas.add(quota(limits[n], result.getState(), n));
    }
    return quotas;
  }

  private static Quota quota(Bandwidth limit, BucketState state, int n) {
    long remaining = state.getCurrentSize(n);
    // A part of the next token is there already, counted in nanoseconds times tokens.
    long untilMore =
        (limit.getRefillPeriodNanos() - state.getRoundingError(n)) / limit.getRefillTokens();
    return new Quota(
        limit.getId(),
        limit.getCapacity(),
        seconds(limit),
        remaining,
        remaining < limit.getCapacity() ? Duration.ofNanos(untilMore) : Duration.ZERO);
  }
}
