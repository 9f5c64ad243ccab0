package dev.sluice.tracing;

import io.opentelemetry.api.trace.Tracer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Has each route keep the trace that a message comes with, and makes spans of some of them. */
final class RouteTracing implements RoutePolicyFactory {

  private final Tracer tracer;
  private final DocumentTraces traces;

  RouteTracing(Tracer tracer, DocumentTraces traces) {
    this.tracer = tracer;
    this.traces = traces;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String id, NamedNode definition) {
    return TracedRoute.of(id)
        .<RoutePolicy>map(route -> new RouteSpan(route, tracer, traces))
        .orElseGet(KeptTrace::new);
  }

  private static final class KeptTrace extends RoutePolicySupport {
    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      ExchangeTrace.of(exchange).keep();
    }
  }
}
