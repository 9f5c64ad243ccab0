package dev.sluice.replay;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.access.OwnerName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A {@link DeadLetterFilter} in the form of a request; null where nothing is stated. */
record DeadLetterCriteria(
    List<String> ids,
    List<String> codes,
    List<String> states,
    String owner,
    String from,
    String to,
    String parserVersion) {

  private static final int LONGEST_TEXT = 100;

  /** By code and state only, each with several between commas, or none. */
  static DeadLetterCriteria of(String codes, String states) {
    return new DeadLetterCriteria(null, split(codes), split(states), null, null, null, null);
  }

  /** The parts of a text between its commas; null if there are none. */
  static List<String> split(String text) {
    if (text == null) {
      return null;
    }
    List<String> parts =
        Arrays.stream(text.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    return parts.isEmpty() ? null : parts;
  }

  /** The text; null if it is blank. */
  static String said(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * The filter; throws {@link FailureException} that names an unknown value.
   *
   * @param otherwise the states that are meant if none is named
   */
  DeadLetterFilter filter(List<DocumentState> otherwise) {
    return new DeadLetterFilter(
        each("ids", ids, DocumentId::of),
        each("codes", codes, FailureCode::of),
        states == null ? otherwise : each("states", states, DeadLetterCriteria::failedState),
        owner == null ? null : OwnerName.checked(owner),
        read("from", from, ApiRequest::time),
        read("to", to, ApiRequest::time),
        read("parserVersion", parserVersion, DeadLetterCriteria::bounded));
  }

  private static <T> List<T> each(String field, List<String> texts, Function<String, T> parser) {
    if (texts == null) {
      return null;
    }
    if (texts.isEmpty()) {
      throw refused(field + " must not be empty; leave it out if any will do.");
    }
    return texts.stream().map(text -> read(field, text, parser)).distinct().toList();
  }

  private static <T> T read(String field, String text, Function<String, T> parser) {
    try {
      return text == null ? null : parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw refused(field + " does not know \"" + shown(text) + "\": " + expected(field));
    }
  }

  private static String expected(String field) {
    return switch (field) {
      case "ids" -> "an id is a UUID.";
      case "codes" -> "codes are those that failures have, such as parser-crashed.";
      case "states" -> "dead or invalid.";
      case "from", "to" -> "a time is written as 2026-07-01T01:30:00Z.";
      default -> "it may have " + LONGEST_TEXT + " characters.";
    };
  }

  private static DocumentState failedState(String text) {
    DocumentState state = DocumentState.of(text);
    if (state != DocumentState.DEAD && state != DocumentState.INVALID) {
      throw new IllegalArgumentException("not a failed state");
    }
    return state;
  }

  private static String bounded(String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("too long");
    }
    return text;
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }

  private static FailureException refused(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
