package dev.sluice.tracing;

import dev.sluice.model.document.Ticket;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** Makes a span of each passage through a route. */
final class RouteSpan extends RoutePolicySupport {

  private final TracedRoute traced;
  private final Tracer tracer;
  private final DocumentTraces traces;

  RouteSpan(TracedRoute traced, Tracer tracer, DocumentTraces traces) {
    this.traced = traced;
    this.tracer = tracer;
    this.traces = traces;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    ExchangeTrace trace = ExchangeTrace.of(exchange);
    Context came = trace.context();
    boolean hasTrace = hasSpan(came);
    Context parent = hasTrace ? came : parent(exchange);
    Span span = isTraced(parent) ? started(parent) : Span.getInvalid();
    trace.enter(parent, span);
    if (hasTrace && traced == TracedRoute.SEND_TICKET) {
      keep(exchange, trace.context());
    }
  }

  /** Of what came without a trace. */
  private Context parent(Exchange exchange) {
    return traced.otherwise() == TracedRoute.Otherwise.TRACE_OF_THE_DOCUMENT
        ? TracedDocument.id(exchange)
            .map(traces::find)
            .map(Traceparent::read)
            .orElse(Context.root())
        : Context.root();
  }

  private boolean isTraced(Context parent) {
    return hasSpan(parent) || traced.otherwise() == TracedRoute.Otherwise.NEW_TRACE;
  }

  private Span started(Context parent) {
    return tracer.spanBuilder(traced.id()).setSpanKind(traced.kind()).setParent(parent).startSpan();
  }

  /** Whatever is sent or told of the document later continues this trace. */
  private void keep(Exchange exchange, Context context) {
    if (Span.fromContext(context).getSpanContext().isSampled()
        && exchange.getMessage().getBody() instanceof Ticket ticket
        && ticket.part() == null) {
      traces.keep(ticket.documentId(), Traceparent.of(context));
    }
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    Span span = ExchangeTrace.of(exchange).leave();
    if (span.isRecording()) {
      TracedDocument.describe(exchange, span);
    }
    span.end();
  }

  private static boolean hasSpan(Context context) {
    return Span.fromContext(context).getSpanContext().isValid();
  }
}
