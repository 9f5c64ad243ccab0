package dev.sluice.intake.http;

import dev.sluice.intake.ContentDigest;
import dev.sluice.intake.ProfileName;
import dev.sluice.intake.Sender;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a sender asks for in headers and query parameters. */
public record UploadParameters(
    String profile, Lane lane, String idempotencyKey, ContentDigest contentDigest) {

  private static final Set<String> MEDIA_TYPES =
      Set.of("application/pdf", "application/x-pdf", "application/octet-stream");
  private static final Set<String> ARCHIVES =
      Set.of("application/zip", "application/x-zip-compressed");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  static UploadParameters of(HttpServletRequest request) {
    requireWhole(request);
    return new UploadParameters(
        profile(request.getParameter("profile")),
        lane(request.getParameter("lane")),
        idempotencyKey(request.getHeader("Idempotency-Key")),
        ContentDigest.of(request.getHeader("Content-Digest")));
  }

  /** The sender of a request with several files. */
  static Sender sender(HttpServletRequest request) {
    requireWhole(request);
    return new Sender(
        Caller.of(request).owner(),
        Origin.HTTP,
        lane(request.getParameter("lane")),
        profile(request.getParameter("profile")));
  }

  /** A piece of a file that comes with its range would become a document of its own. */
  private static void requireWhole(HttpServletRequest request) {
    if (request.getHeader("Content-Range") != null) {
      throw badRequest(
          "Content-Range is not offered here: send the file whole, or in pieces to"
              + " /uploads/resumable.");
    }
  }

  /** True if a document may be announced as this, in lower case; its bytes decide what it is. */
  public static boolean isDocument(String mediaType) {
    return MEDIA_TYPES.contains(mediaType);
  }

  /** True if an archive is announced as this, in lower case. */
  public static boolean isArchive(String mediaType) {
    return ARCHIVES.contains(mediaType);
  }

  /** The profile's name, or the default for null; throws FailureException if it is malformed. */
  public static String profile(String text) {
    if (text == null) {
      return "auto";
    }
    if (!ProfileName.isValid(text)) {
      throw badRequest("profile must be auto, none or a profile's name.");
    }
    return text;
  }

  /** The lane, or null for null: its size decides; throws FailureException if it is unknown. */
  public static Lane lane(String text) {
    try {
      return text == null ? null : Lane.of(text);
    } catch (IllegalArgumentException unknown) {
      throw badRequest("lane must be interactive or bulk.");
    }
  }

  private static String idempotencyKey(String text) {
    if (text != null && !KEY.matcher(text).matches()) {
      throw badRequest("Idempotency-Key must be 1 to 255 visible ASCII characters.");
    }
    return text;
  }

  private static FailureException badRequest(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
