package dev.sluice.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** Classifies a request by what it takes from its owner's plan. */
enum RequestClass {
  /** Begins an upload of however many documents, or has one worked on again: a token and a slot. */
  UPLOAD,
  /** Goes on with an upload: a slot. */
  PIECE,
  /** A file that lies in a bucket or a folder: a token. */
  DROP,
  /**
   * Asks how a document or a batch stands, makes a batch, calls a document off, chooses for a
   * timetable, or has to do with webhooks or calendars: a token.
   */
  STATUS,
  /** Asks for a list of documents or timetables, or for results: a token. */
  READ,
  /** Asks for a picture of a page: a token. */
  IMAGE,
  /** Nothing that is limited. */
  NOTHING;

  private static final String UPLOADS = "/api/v1/uploads";
  private static final String BATCHES = UPLOADS + "/batches";
  private static final String DOCUMENTS = "/api/v1/documents";
  private static final String CALENDARS = "/calendars/";
  private static final String TIMETABLES = "/api/v1/timetables";
  private static final String WEBHOOKS = "/api/v1/webhooks";

  static RequestClass of(HttpServletRequest request) {
    // The decoded path, and in any case, as the routes match it: no spelling gets around a limit.
    String path = request.getServletPath().toLowerCase(Locale.ROOT);
    if (path.startsWith(WEBHOOKS)) {
      return STATUS;
    }
    return switch (request.getMethod()) {
      case "POST" -> ofPost(path);
      case "PUT" -> path.startsWith(TIMETABLES) ? STATUS : NOTHING;
      case "PATCH" -> path.startsWith(UPLOADS) ? PIECE : NOTHING;
      case "GET", "HEAD" -> ofGet(path);
      default -> NOTHING;
    };
  }

  private static RequestClass ofGet(String path) {
    for (String results : List.of(DOCUMENTS, TIMETABLES)) {
      if (path.startsWith(results)) {
        return ofResults(path.substring(results.length()).replaceFirst("/+$", "").split("/"));
      }
    }
    return path.startsWith(CALENDARS) || path.startsWith(BATCHES) ? STATUS : NOTHING;
  }

  /** Takes the names below the documents or the timetables; the first is empty. */
  private static RequestClass ofResults(String[] names) {
    return switch (names[names.length - 1]) {
      case "thumbnail", "image" -> IMAGE;
      case "progress", "history", "subscriptions" -> STATUS;
      case "archive" -> READ;
      default -> names.length == 2 ? STATUS : READ;
    };
  }

  private static RequestClass ofPost(String path) {
    if (path.startsWith(DOCUMENTS)) {
      return path.contains("/retry") ? UPLOAD : STATUS;
    }
    if (path.startsWith(BATCHES) || path.startsWith(TIMETABLES)) {
      return STATUS;
    }
    return path.startsWith(UPLOADS) ? UPLOAD : NOTHING;
  }

  boolean takesSlot() {
    return this == UPLOAD || this == PIECE;
  }
}
