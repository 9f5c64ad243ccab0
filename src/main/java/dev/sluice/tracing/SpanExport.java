package dev.sluice.tracing;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;

/** The way of spans to a collector: a bounded queue that one thread empties. */
final class SpanExport {

  /** Spans that wait to be sent; further ones are lost, and no document waits for them. */
  private static final int QUEUE = 2048;

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private SpanExport() {}

  /** Begins to send; what a caller has decided about its trace counts before the sampling. */
  static SdkTracerProvider to(TracingSettings settings, String service, MeterRegistry meters) {
    return SdkTracerProvider.builder()
        .setResource(
            Resource.getDefault()
                .merge(
                    Resource.create(
                        Attributes.of(AttributeKey.stringKey("service.name"), service))))
        .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampling())))
        .addSpanProcessor(processor(settings, meters))
        .build();
  }

  private static SpanProcessor processor(TracingSettings settings, MeterRegistry meters) {
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.url())
            .setConnectTimeout(CONNECT)
            .setTimeout(TIMEOUT)
            .setRetryPolicy(null) // what is sent too late fills the queue
            .build();
    var counted = new SpanCount(meters);
    var batches =
        BatchSpanProcessor.builder(
                new ReportingExporter(exporter, settings.collector(), counted::sent))
            .setMaxQueueSize(QUEUE)
            .setScheduleDelay(PERIOD)
            .setExporterTimeout(TIMEOUT)
            .build();
    return SpanProcessor.composite(counted, batches);
  }
}
