package dev.sluice.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who has to wait before another try to log in: whoever failed often, by network and
 * account. A login that was good from a network before never waits there. Thread-safe, and bounded
 * in memory.
 */
final class FailedLogins {

  /** Failures of one account from one network that are taken at once; one more each six seconds. */
  static final int PER_ACCOUNT = 10;

  /** Likewise, of all accounts from one network. */
  static final int PER_NETWORK = 30;

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MAX_REMEMBERED = 10_000;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterAccess(WINDOW).build();
  private final Cache<GoodLogin, Boolean> good =
      Caffeine.newBuilder()
          .maximumSize(MAX_REMEMBERED)
          .expireAfterAccess(Duration.ofDays(7))
          .build();
  private final Clock clock;

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  /**
   * A try to log in.
   *
   * @param digest of name and password together
   */
  record LoginAttempt(String network, String account, String digest) {
    private GoodLogin ifGood() {
      return new GoodLogin(network, digest);
    }
  }

  private record GoodLogin(String network, String digest) {}

  /** Failures that are left, as of a moment. */
  private record Bucket(double left, Instant at) {

    static Bucket full(int size, Instant now) {
      return new Bucket(size, now);
    }

    Bucket refilled(int size, Instant now) {
      double gained = size * (double) Duration.between(at, now).toMillis() / WINDOW.toMillis();
      return new Bucket(Math.min(size, left + Math.max(0, gained)), now);
    }

    Bucket spent() {
      return new Bucket(left - 1, at);
    }
  }

  /** How long this one has to wait; empty if it may be tried. */
  Optional<Duration> waitOf(LoginAttempt attempt) {
    if (good.getIfPresent(attempt.ifGood()) != null) {
      return Optional.empty();
    }
    Duration account = waitOf(accountKey(attempt), PER_ACCOUNT);
    Duration network = waitOf(attempt.network(), PER_NETWORK);
    Duration longer = account.compareTo(network) > 0 ? account : network;
    return longer.isZero() ? Optional.empty() : Optional.of(longer);
  }

  /** Notes a failure; true if it is the first in a while, which is worth a line in the log. */
  boolean failed(LoginAttempt attempt) {
    spend(attempt.network(), PER_NETWORK);
    return spend(accountKey(attempt), PER_ACCOUNT) > PER_ACCOUNT - 1.5;
  }

  /** Notes that it was right. */
  void succeeded(LoginAttempt attempt) {
    good.put(attempt.ifGood(), true);
  }

  private Duration waitOf(String key, int size) {
    Bucket bucket = buckets.getIfPresent(key);
    double left = bucket == null ? size : bucket.refilled(size, clock.instant()).left();
    return left >= 1
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil((1 - left) * WINDOW.toMillis() / size));
  }

  private double spend(String key, int size) {
    Instant now = clock.instant();
    return buckets
        .asMap()
        .compute(
            key,
            (same, bucket) ->
                (bucket == null ? Bucket.full(size, now) : bucket.refilled(size, now)).spent())
        .left();
  }

  private static String accountKey(LoginAttempt attempt) {
    return attempt.network() + ' ' + attempt.account();
  }
}
