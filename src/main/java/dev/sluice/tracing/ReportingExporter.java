package dev.sluice.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that a collector takes no spans, and once that it does again. */
final class ReportingExporter implements SpanExporter {

  private static final Logger LOG = LoggerFactory.getLogger(ReportingExporter.class);

  private final SpanExporter exporter;
  private final String collector;
  private final IntConsumer sent;
  private final AtomicBoolean isOut = new AtomicBoolean();

  /** Sends by the exporter; each number of spans that the collector took is reported. */
  ReportingExporter(SpanExporter exporter, String collector, IntConsumer sent) {
    this.exporter = exporter;
    this.collector = collector;
    this.sent = sent;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int number = spans.size();
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> note(result.isSuccess(), number));
  }

  private void note(boolean taken, int spans) {
    if (taken) {
      sent.accept(spans);
    }
    if (isOut.compareAndSet(taken, !taken)) {
      report(taken);
    }
  }

  private void report(boolean taken) {
    if (taken) {
      LOG.info("The collector at {} takes traces again", collector);
    } else {
      LOG.warn("The collector at {} takes no traces: they are lost until it does", collector);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
