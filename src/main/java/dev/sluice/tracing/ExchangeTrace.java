package dev.sluice.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/**
 * Where an exchange stands in its trace. Copies of an exchange, as of a splitter, go on from where
 * it stood.
 */
record ExchangeTrace(Exchange exchange) {

  private static final String CONTEXT = "SluiceTrace";
  private static final ContextKey<Context> OUTER = ContextKey.named("outer");

  /** The trace of an exchange. */
  static ExchangeTrace of(Exchange exchange) {
    return new ExchangeTrace(exchange);
  }

  /** The present context, or that which came with the message; it may have no span. */
  Context context() {
    Context present = exchange.getProperty(CONTEXT, Context.class);
    return present == null ? received() : present;
  }

  private Context received() {
    Object header = exchange.getMessage().getHeader(Traceparent.HEADER);
    if (header instanceof byte[] bytes) { // Kafka's
      return Traceparent.read(new String(bytes, StandardCharsets.US_ASCII));
    }
    return Traceparent.read(header == null ? null : header.toString());
  }

  /** Keeps what came with the message, which steps may remove. */
  void keep() {
    set(context());
  }

  /** Goes into a span. */
  void enter(Context parent, Span span) {
    set(parent.with(span).with(OUTER, context()));
  }

  /** Leaves the span that was entered last. */
  Span leave() {
    Context left = context();
    set(left.get(OUTER));
    return Span.fromContext(left);
  }

  private void set(Context context) {
    exchange.setProperty(CONTEXT, context);
    exchange.setProperty(Traceparent.HEADER, Traceparent.of(context)); // read by the routes
  }
}
