package dev.sluice.web;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;

/** Reads a request's parameters within limits, and refuses every bad one by name. */
public record ApiRequest(HttpServletRequest request) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 1000;
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59Z");

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

  /**
   * A time in UTC, as in {@code 2026-02-09T08:00:00Z}; throws {@link IllegalArgumentException}
   * unless it is one of the years 1 to 9999, which the database can hold.
   */
  public static Instant time(String text) {
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
        throw new IllegalArgumentException("beyond the years 1 to 9999");
      }
      return time;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time", e);
    }
  }

  /** Reads true or false; throws {@link IllegalArgumentException} on anything else. */
  public static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
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
      return text == null ? null : parser.apply(storable(text));
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          FailureCode.MALFORMED_CURSOR, "The cursor was not issued by this server.", e);
    }
  }

  /** The value of a parameter; null if there is none. */
  public <T> T read(String name, Function<String, T> parser) {
    String text = request.getParameter(name);
    try {
      return text == null ? null : parser.apply(storable(text));
    } catch (IllegalArgumentException e) {
      throw badRequest(name + " has no valid value.");
    }
  }

  /** The database cannot hold U+0000. */
  private static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("holds U+0000");
    }
    return text;
  }

  private static FailureException badRequest(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
