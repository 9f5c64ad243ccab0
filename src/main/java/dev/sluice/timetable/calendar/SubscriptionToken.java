package dev.sluice.timetable.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secret in a subscription's address: 256 random bits. Whoever has it may read. */
public final class SubscriptionToken {

  private static final int BYTES = 32;
  private static final Pattern PATH = Pattern.compile("/calendars/([A-Za-z0-9_-]{43})\\.ics");

  private final String text;

  private SubscriptionToken(String text) {
    this.text = text;
  }

  /** A new one. */
  public static SubscriptionToken random(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new SubscriptionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The token in a path; empty if there is none. */
  public static Optional<SubscriptionToken> in(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(new SubscriptionToken(matcher.group(1)))
        : Optional.empty();
  }

  /** The path that has it. */
  public String path() {
    return "/calendars/" + text + ".ics";
  }

  /** What is kept of it. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SubscriptionToken";
  }
}
