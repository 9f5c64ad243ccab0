package dev.sluice.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the batch that an upload names, without a look at its body. What is written in another way
 * than usual counts as an upload of its own.
 */
final class NamedBatch {

  private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)batch=([-0-9a-fA-F]{36})(?:&|$)");
  private static final Pattern IN_METADATA =
      Pattern.compile("(?:^|,)\\s*batch ([A-Za-z0-9+/=]{48})\\s*(?:,|$)");

  private NamedBatch() {}

  /** The batch, by the address or by the metadata of tus. */
  static Optional<UUID> of(HttpServletRequest request) {
    Optional<String> named = find(IN_QUERY, request.getQueryString());
    return named
        .or(() -> find(IN_METADATA, request.getHeader("Upload-Metadata")).map(NamedBatch::decoded))
        .flatMap(NamedBatch::uuid);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
