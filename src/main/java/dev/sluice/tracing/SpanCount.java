package dev.sluice.tracing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Counts the spans that ended and those that the collector took: the others are lost. */
final class SpanCount implements SpanProcessor {

  private final Counter ended;
  private final Counter sent;

  SpanCount(MeterRegistry meters) {
    this.ended =
        Counter.builder("sluice.spans.ended").description("Spans that ended").register(meters);
    this.sent =
        Counter.builder("sluice.spans.sent")
            .description("Spans that the collector took")
            .register(meters);
  }

  void sent(int spans) {
    sent.increment(spans);
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    // Only the end counts.
  }

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled()) {
      ended.increment();
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
