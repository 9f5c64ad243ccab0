package dev.sluice.tracing;

import io.opentelemetry.api.trace.SpanKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Routes that are spans, in the order of the flow. A span is called as its route. */
enum TracedRoute {
  RECEIVE_FILE(SpanKind.INTERNAL, Otherwise.NEW_TRACE),
  RECEIVE_DOCUMENT(SpanKind.INTERNAL, Otherwise.NEW_TRACE),
  CHECK_IN_CLAIM(SpanKind.CLIENT, Otherwise.NO_SPAN),
  ENTER_LEDGER(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  SEND_TICKET(SpanKind.PRODUCER, Otherwise.TRACE_OF_THE_DOCUMENT),
  DO_ASSIGNMENT(SpanKind.CONSUMER, Otherwise.NEW_TRACE),
  FETCH_ORIGINAL(SpanKind.CLIENT, Otherwise.NO_SPAN),
  PARSE_DOCUMENT(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  SPLIT_DOCUMENT(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  WORK_PART(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  GATHER_PARTS(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  STORE_RESULTS(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  PUBLISH_RETRY(SpanKind.PRODUCER, Otherwise.NO_SPAN),
  KEEP_INVALID_MESSAGE(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  KEEP_DEAD_LETTER(SpanKind.INTERNAL, Otherwise.NO_SPAN),
  SEND_DELIVERY(SpanKind.CLIENT, Otherwise.TRACE_OF_THE_DOCUMENT);

  /** What a route does that is called without a trace. */
  enum Otherwise {
    /** It begins one. */
    NEW_TRACE,
    /** It continues that which the document came with, if there is one. */
    TRACE_OF_THE_DOCUMENT,
    /** It is not traced. */
    NO_SPAN
  }

  private static final Map<String, TracedRoute> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(TracedRoute::id, Function.identity()));

  private final SpanKind kind;
  private final Otherwise otherwise;

  TracedRoute(SpanKind kind, Otherwise otherwise) {
    this.kind = kind;
    this.otherwise = otherwise;
  }

  /** The one with this id; empty if that route is no span. */
  static Optional<TracedRoute> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  SpanKind kind() {
    return kind;
  }

  Otherwise otherwise() {
    return otherwise;
  }
}
