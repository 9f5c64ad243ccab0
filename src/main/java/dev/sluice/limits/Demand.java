package dev.sluice.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What a request asks of its owner's plan. */
enum Demand {
  /** Begins an upload, of however many documents: a token and a slot. */
  UPLOAD,
  /** Goes on with an upload: a slot. */
  PIECE,
  /** Asks for documents or results: a token. */
  STATUS,
  /** Nothing that is limited. */
  NOTHING;

  private static final String UPLOADS = "/api/v1/uploads";
  private static final String DOCUMENTS = "/api/v1/documents";

  static Demand of(HttpServletRequest request) {
    // The decoded path, and in any case, as the routes match it: no spelling gets around a limit.
    String path = request.getServletPath().toLowerCase(Locale.ROOT);
    return switch (request.getMethod()) {
      case "POST" -> path.startsWith(UPLOADS) ? UPLOAD : NOTHING;
      case "PATCH" -> path.startsWith(UPLOADS) ? PIECE : NOTHING;
      case "GET", "HEAD" -> path.startsWith(DOCUMENTS) ? STATUS : NOTHING;
      default -> NOTHING;
    };
  }

  boolean takesSlot() {
    return this == UPLOAD || this == PIECE;
  }
}
