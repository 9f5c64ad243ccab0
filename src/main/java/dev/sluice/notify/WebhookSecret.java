package dev.sluice.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 256 random bits with which a webhook signs and its receiver verifies. */
final class WebhookSecret {

  private static final int BYTES = 32;
  private static final String HMAC = "HmacSHA256";

  private final byte[] key;

  WebhookSecret(byte[] key) {
    this.key = key.clone();
  }

  static WebhookSecret random(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  /** The bytes themselves. */
  byte[] key() {
    return key.clone();
  }

  /** The form in which its owner gets it: {@code whsec_} and Base64. */
  String text() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /**
   * The value of {@code webhook-signature}.
   *
   * @param id of the event
   * @param timestamp of the attempt, seconds since 1970
   * @param body as it is sent
   */
  String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
