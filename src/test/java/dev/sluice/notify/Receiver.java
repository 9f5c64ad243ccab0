package dev.sluice.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that webhooks call; it remembers what came and answers as a test asks. */
public final class Receiver implements AutoCloseable {

  /** How it answers a request. */
  @FunctionalInterface
  public interface Behaviour {

    /** Answers; its failures break the connection. */
    void answer(HttpExchange request) throws IOException;
  }

  /** A request that came. */
  public record Request(String id, long timestamp, String signature, byte[] body) {

    /** Its body. */
    public JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }

    /** Whether whoever has the secret signed it. */
    public boolean isSignedWith(String secret) {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      return new WebhookSecret(key).sign(id, timestamp, body).equals(signature);
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Behaviour behaviour = status(204);

  /** Starts on any free port of the loopback interface. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers with this status and nothing else. */
  public static Behaviour status(int status, String... headers) {
    return request -> {
      for (int i = 0; i < headers.length; i += 2) {
        request.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      request.sendResponseHeaders(status, -1);
    };
  }

  /** From now on it answers so. */
  public void answersWith(Behaviour next) {
    behaviour = next;
  }

  /** Where it is. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What came, in this order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      requests.add(
          new Request(
              headers.getFirst("webhook-id"),
              Long.parseLong(headers.getFirst("webhook-timestamp")),
              headers.getFirst("webhook-signature"),
              exchange.getRequestBody().readAllBytes()));
      behaviour.answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
