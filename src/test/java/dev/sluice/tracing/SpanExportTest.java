package dev.sluice.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sluice.fixture.Ports;
import dev.sluice.it.TraceCollector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What becomes of spans while a collector cannot be reached. */
class SpanExportTest {

  /** More than the queue holds. */
  private static final int MANY = 10_000;

  private final Logger logger = (Logger) LoggerFactory.getLogger(ReportingExporter.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final int port = Ports.free();
  private final SdkTracerProvider provider =
      SpanExport.to(new TracingSettings(TraceCollector.urlOn(port), 1), "sluice", meters);
  private final Tracer tracer = provider.get("test");

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    provider.close();
  }

  @Test
  void anOutageOfTheCollectorIsOneLineAndWhatItLosesIsCounted() {
    // Given
    for (int i = 0; i < MANY; i++) {
      tracer.spanBuilder("lost").startSpan().end();
    }
    Awaitility.await().until(() -> !log.list.isEmpty());

    // When
    try (TraceCollector collector = TraceCollector.startOn(port)) {
      Awaitility.await()
          .until(
              () -> {
                tracer.spanBuilder("taken").startSpan().end();
                return collector.spans().stream().anyMatch(span -> span.name().equals("taken"));
              });
      Awaitility.await().until(() -> log.list.size() > 1);

      // Then
      assertThat(log.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .startsWith(
              "The collector at 127.0.0.1:"
                  + port
                  + " takes no traces: they are lost until it does",
              "The collector at 127.0.0.1:" + port + " takes traces again");
    }
    assertThat(meters.get("sluice.spans.ended").counter().count()).isGreaterThan(MANY);
    assertThat(meters.get("sluice.spans.sent").counter().count()).isBetween(1.0, MANY - 1.0);
  }
}
