package dev.sluice.web.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests texts by HMAC-SHA256, so that whoever lacks the key cannot guess them. */
public final class KeyedDigest {

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  private KeyedDigest(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /** By a key that this process alone has, and forgets. */
  static KeyedDigest ofThisProcess() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return new KeyedDigest(random);
  }

  /** By a key that is the text. */
  public static KeyedDigest by(String key) {
    return new KeyedDigest(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of a text, in letters that an address and a header can hold. */
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JVM has " + MAC, e);
    }
  }
}
