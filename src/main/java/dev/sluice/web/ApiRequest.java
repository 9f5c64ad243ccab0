package dev.sluice.web;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Reads a request's parameters within limits, and refuses every bad one by name. */
public record ApiRequest(HttpServletRequest request) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 1000;

  public String owner() {
    return Caller.of(request).owner();
  }

  /** The id of a document in an address. */
  public static DocumentId id(String text) {
    return DocumentId.parse(text)
        .orElseThrow(
            () -> new FailureException(FailureCode.MALFORMED_ID, "A document id is a UUID."));
  }

  public static int pageNumber(String text) {
    return number("A page number", text);
  }

  public static int tableNumber(String text) {
    return number("The number of a table", text);
  }

  private static int number(String what, String text) {
    try {
      return positive(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw badRequest(what + " is a whole number from 1.");
    }
  }

  private static int positive(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("not positive");
    }
    return number;
  }

  /** Largest number of items in a page of a list, 1 to 1000; 50 if it is not given. */
  public int limit() {
    Integer limit = read("limit", Integer::valueOf);
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw badRequest("limit must be 1 to " + HIGHEST_LIMIT + ".");
    }
    return limit;
  }

  /** Where the last part of a list ended; null at its beginning. */
  public <T> T cursor(Function<String, T> parser) {
    String text = request.getParameter("cursor");
    try {
      return text == null ? null : parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          FailureCode.MALFORMED_CURSOR, "The cursor was not issued by this server.", e);
    }
  }

  /** The value of a parameter; null if there is none. */
  public <T> T read(String name, Function<String, T> parser) {
    String text = request.getParameter(name);
    try {
      return text == null ? null : parser.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw badRequest(name + " has no valid value.");
    }
  }

  private static FailureException badRequest(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
