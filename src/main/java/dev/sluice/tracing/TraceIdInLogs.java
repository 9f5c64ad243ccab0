package dev.sluice.tracing;

import io.opentelemetry.api.trace.Span;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;

/** Gives log lines the id of the trace, in whichever thread a step of a route runs. */
final class TraceIdInLogs implements InterceptStrategy {

  /** The name under which logs carry it (MDC). */
  static final String LOG_KEY = "traceId";

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext camel, NamedNode definition, Processor target, Processor next) {
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        String before = MDC.get(LOG_KEY);
        set(traceId(exchange, before));
        try {
          return super.process(exchange, callback);
        } finally {
          set(before);
        }
      }
    };
  }

  private static String traceId(Exchange exchange, String otherwise) {
    var span = Span.fromContext(ExchangeTrace.of(exchange).context()).getSpanContext();
    return span.isValid() ? span.getTraceId() : otherwise;
  }

  private static void set(String traceId) {
    if (traceId == null) {
      MDC.remove(LOG_KEY);
    } else {
      MDC.put(LOG_KEY, traceId);
    }
  }
}
