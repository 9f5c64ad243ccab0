package dev.sluice.intake;

import dev.sluice.document.Lane;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What a sender asks for beside the document itself. */
record UploadParameters(
    String profile, Lane lane, String idempotencyKey, ContentDigest contentDigest) {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  static UploadParameters of(HttpServletRequest request) {
    return new UploadParameters(
        profile(request.getParameter("profile")),
        lane(request.getParameter("lane")),
        idempotencyKey(request.getHeader("Idempotency-Key")),
        ContentDigest.of(request.getHeader("Content-Digest")));
  }

  private static String profile(String text) {
    if (text == null) {
      return "auto";
    }
    if (!ProfileName.isValid(text)) {
      throw badRequest("profile must be auto, none or a profile's name.");
    }
    return text;
  }

  private static Lane lane(String text) {
    try {
      return text == null ? Lane.INTERACTIVE : Lane.of(text);
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
