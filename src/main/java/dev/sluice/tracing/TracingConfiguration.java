package dev.sluice.tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes all that traces, if a collector is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorNamed.class)
class TracingConfiguration {

  /** Seconds that a stop waits for the last spans to be sent. */
  private static final int LAST_SPANS = 3;

  @Bean(destroyMethod = "") // it would wait for longer
  SdkTracerProvider tracerProvider(
      TracingSettings settings,
      MeterRegistry meters,
      @Value("${spring.application.name}") String service) {
    LoggerFactory.getLogger(TracingConfiguration.class)
        .info("Traces go to {}, {} of those begun here", settings.collector(), settings.sampling());
    return SpanExport.to(settings, service, meters);
  }

  @Bean
  DisposableBean lastSpans(SdkTracerProvider provider) {
    return () -> provider.shutdown().join(LAST_SPANS, TimeUnit.SECONDS);
  }

  @Bean
  Tracer tracer(SdkTracerProvider provider) {
    return provider.get("sluice");
  }

  @Bean
  DocumentTraces documentTraces(JdbcClient jdbc) {
    return new DocumentTraces(jdbc);
  }

  @Bean
  RouteTracing routeTracing(Tracer tracer, DocumentTraces traces) {
    return new RouteTracing(tracer, traces);
  }

  @Bean
  TraceIdInLogs traceIdInLogs() {
    return new TraceIdInLogs();
  }

  @Bean
  FilterRegistrationBean<RequestTracing> requestTracing(Tracer tracer) {
    var filter = new FilterRegistrationBean<>(new RequestTracing(tracer));
    filter.addUrlPatterns(RequestTracing.PATHS + "*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // after the request has its id
    return filter;
  }
}
