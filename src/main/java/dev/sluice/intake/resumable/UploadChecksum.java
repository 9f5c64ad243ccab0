package dev.sluice.intake.resumable;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Compares a piece with the checksum that its sender stated, as the bytes come in. */
final class UploadChecksum {

  /** The algorithms that Upload-Checksum may name, best first. */
  static final List<String> ALGORITHMS = List.of("sha256", "sha1", "md5");

  private static final Map<String, String> JAVA_NAMES =
      Map.of("sha256", "SHA-256", "sha1", "SHA-1", "md5", "MD5");

  private final MessageDigest digest;
  private final byte[] expected;

  private UploadChecksum(MessageDigest digest, byte[] expected) {
    this.digest = digest;
    this.expected = expected;
  }

  /** Reads the header {@code <algorithm> <base64>}; null means that no checksum was stated. */
  static UploadChecksum of(String header) {
    if (header == null) {
      return null;
    }
    String[] parts = header.strip().split(" ", 2);
    String algorithm = JAVA_NAMES.get(parts[0]);
    if (algorithm == null || parts.length < 2) {
      throw malformed(null);
    }
    try {
      return new UploadChecksum(
          MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1]));
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }

  void update(byte[] buffer, int length) {
    digest.update(buffer, 0, length);
  }

  /** Throws FailureException if the bytes do not match the checksum. */
  void check() {
    if (!MessageDigest.isEqual(expected, digest.digest())) {
      throw new FailureException(
          FailureCode.CHECKSUM_MISMATCH, "The checksum of the bytes differs from Upload-Checksum.");
    }
  }

  private static FailureException malformed(Exception cause) {
    return new FailureException(
        FailureCode.BAD_REQUEST,
        "Upload-Checksum must be one of " + String.join(", ", ALGORITHMS) + " and Base64.",
        cause);
  }
}
