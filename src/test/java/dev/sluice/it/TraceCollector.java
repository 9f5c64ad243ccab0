package dev.sluice.it;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A collector that takes traces by OTLP over HTTP and keeps them. */
public final class TraceCollector implements AutoCloseable {

  private static final String PATH = "/v1/traces";

  /** A span that came; its parent is empty at the root. */
  public record ReceivedSpan(
      String trace,
      String id,
      String parent,
      String name,
      String kind,
      boolean failed,
      Map<String, String> attributes) {

    /** The document that it is about; null if it names none. */
    public String document() {
      return attributes.get("sluice.document.id");
    }
  }

  private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private TraceCollector(int port) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext(PATH, this::take);
    server.start();
  }

  /** Starts on any free port of the loopback interface. */
  public static TraceCollector start() {
    return startOn(0);
  }

  /** Starts on this port of the loopback interface. */
  public static TraceCollector startOn(int port) {
    try {
      return new TraceCollector(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it takes traces. */
  public String url() {
    return urlOn(server.getAddress().getPort());
  }

  /** Where one on this port takes traces. */
  public static String urlOn(int port) {
    return "http://127.0.0.1:" + port + PATH;
  }

  /** All spans of the traces that a document is in. */
  public List<ReceivedSpan> tracesOf(String document) {
    var traces =
        spans.stream()
            .filter(span -> document.equals(span.document()))
            .map(ReceivedSpan::trace)
            .collect(Collectors.toSet());
    return spans.stream().filter(span -> traces.contains(span.trace())).toList();
  }

  /** All spans that came. */
  public List<ReceivedSpan> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
          .flatMap(resource -> resource.getScopeSpansList().stream())
          .flatMap(scope -> scope.getSpansList().stream())
          .map(TraceCollector::received)
          .forEach(spans::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static ReceivedSpan received(Span span) {
    return new ReceivedSpan(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
        span.getAttributesList().stream()
            .collect(Collectors.toMap(KeyValue::getKey, TraceCollector::text)));
  }

  private static String text(KeyValue attribute) {
    return attribute.getValue().hasStringValue()
        ? attribute.getValue().getStringValue()
        : String.valueOf(attribute.getValue().getIntValue());
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
