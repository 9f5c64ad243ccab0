package dev.sluice.intake.resumable;

import dev.sluice.intake.FileKind;
import dev.sluice.intake.batch.BatchIntake;
import dev.sluice.intake.http.UploadParameters;
import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code filename}, {@code filetype}, {@code profile}, {@code lane} and {@code batch} from
 * the header Upload-Metadata; other keys are ignored.
 *
 * @param fileName as sent, or null
 * @param announced what the sender says it is; its bytes decide
 * @param batch that the sender names, or null
 */
record UploadMetadata(
    String fileName, FileKind announced, Lane lane, String profile, BatchId batch) {

  /** Reads the header, empty for none; throws FailureException if it is malformed. */
  static UploadMetadata of(String header) {
    Map<String, String> values = read(header);
    String type = values.getOrDefault("filetype", "").toLowerCase(Locale.ROOT);
    boolean archive = UploadParameters.isArchive(type);
    if (!type.isEmpty() && !archive && !UploadParameters.isDocument(type)) {
      throw new FailureException(
          FailureCode.UNSUPPORTED_MEDIA_TYPE, "The filetype is not a document type.");
    }
    return new UploadMetadata(
        values.get("filename"),
        archive ? FileKind.ZIP : FileKind.PDF,
        UploadParameters.lane(values.get("lane")),
        UploadParameters.profile(values.get("profile")),
        BatchIntake.parse(values.get(BatchIntake.PARAMETER)));
  }

  private static Map<String, String> read(String header) {
    Map<String, String> values = new HashMap<>();
    if (!header.isEmpty()) {
      for (String pair : header.split(",", -1)) {
        String[] parts = pair.strip().split(" ", 2);
        String value = parts.length == 1 ? "" : decode(parts[1]);
        if (parts[0].isEmpty() || values.put(parts[0], value) != null) {
          throw malformed(null);
        }
      }
    }
    return values;
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private static FailureException malformed(Exception cause) {
    return new FailureException(
        FailureCode.BAD_REQUEST,
        "Upload-Metadata must be pairs of a key and a value in Base64, separated by commas.",
        cause);
  }
}
