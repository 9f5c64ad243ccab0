package dev.sluice.intake;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digest that a sender states for its body (RFC 9530). */
public record ContentDigest(String sha256) {

  private static final Pattern SHA_256 =
      Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

  /** Reads the header; null means that no digest was stated. */
  public static ContentDigest of(String header) {
    if (header == null) {
      return null;
    }
    Matcher matcher = SHA_256.matcher(header);
    if (!matcher.find()) {
      throw new FailureException(
          FailureCode.MALFORMED_DIGEST, "Content-Digest holds no sha-256 digest.");
    }
    return new ContentDigest(
        HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1))));
  }

  public void check(SpooledDocument document) {
    if (!sha256.equals(document.sha256())) {
      throw new FailureException(
          FailureCode.DIGEST_MISMATCH,
          "The body's SHA-256 differs from the one in Content-Digest.");
    }
  }
}
