package dev.sluice.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/** Reads and writes the header by which a trace goes on elsewhere (W3C Trace Context). */
final class Traceparent {

  /** The header, in HTTP, in Kafka's records and in messages of the routes. */
  static final String HEADER = "traceparent";

  private static final TextMapGetter<String> THE_HEADER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String header) {
          return List.of(HEADER);
        }

        @Override
        public String get(String header, String key) {
          return HEADER.equals(key) ? header : null;
        }
      };

  private Traceparent() {}

  /** The context that a header stands for; one without a span if there is none, or a bad one. */
  static Context read(String header) {
    return header == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance().extract(Context.root(), header, THE_HEADER);
  }

  /** The header of a context; null if it has no span. */
  static String of(Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return span.isValid()
        ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
        : null;
  }
}
