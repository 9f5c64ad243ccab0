package dev.sluice.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Selects documents that ended as dead or invalid; null selects any.
 *
 * @param from ended at or after
 * @param to ended before
 * @param parserVersion of the last attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterFilter(
    List<DocumentId> ids,
    List<FailureCode> codes,
    List<DocumentState> states,
    String owner,
    Instant from,
    Instant to,
    String parserVersion) {

  /** When a document ended, as SQL. */
  static final String ENDED_AT = "coalesce(d.completed_at, d.received_at)";

  /** Selects all that ended in this state. */
  static DeadLetterFilter of(DocumentState state) {
    return new DeadLetterFilter(null, null, List.of(state), null, null, null, null);
  }

  /** Whether it narrows by more than the state. */
  boolean narrows() {
    return ids != null
        || codes != null
        || owner != null
        || from != null
        || to != null
        || parserVersion != null;
  }

  /** The conditions as SQL; their values are {@link #parameters}. */
  String conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("d.state IN ('dead', 'invalid')"); // as the index has it
    if (states != null) {
      conditions.add("d.state = ANY(:states)");
    }
    if (ids != null) {
      conditions.add("d.id = ANY(:ids)");
    }
    if (codes != null) {
      conditions.add("d.failure_code = ANY(:codes)");
    }
    if (owner != null) {
      conditions.add("d.owner = :owner");
    }
    if (from != null) {
      conditions.add(ENDED_AT + " >= CAST(:from AS timestamptz)");
    }
    if (to != null) {
      conditions.add(ENDED_AT + " < CAST(:to AS timestamptz)");
    }
    if (parserVersion != null) {
      conditions.add("d.parser_version = :parserVersion");
    }
    return String.join(" AND ", conditions);
  }

  Map<String, Object> parameters() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("states", texts(states, DocumentState::label));
    values.put(
        "ids", ids == null ? null : ids.stream().map(DocumentId::value).toArray(UUID[]::new));
    values.put("codes", texts(codes, FailureCode::label));
    values.put("owner", owner);
    values.put("from", from == null ? null : from.toString());
    values.put("to", to == null ? null : to.toString());
    values.put("parserVersion", parserVersion);
    return values;
  }

  private static <T> String[] texts(List<T> values, Function<T, String> label) {
    return values == null ? null : values.stream().map(label).toArray(String[]::new);
  }
}
