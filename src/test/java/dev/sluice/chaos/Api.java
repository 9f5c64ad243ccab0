package dev.sluice.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The API behind the lines to all replicas; each request takes any of them. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final List<Integer> ports;
  private final Map<String, String> keys;

  /**
   * Speaks as any of these owners.
   *
   * @param keys of the owners
   */
  Api(List<Integer> ports, Map<String, String> keys) {
    this.ports = ports;
    this.keys = keys;
  }

  /** An answer, whatever it says. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    /** The problem's code, if the same request would be refused again; else it is an outage. */
    String refusal() throws IOException {
      JsonNode problem = json();
      if (problem.path("category").asText().equals("invalid")) {
        return problem.path("code").asText();
      }
      throw new IOException("answered with " + status() + " " + problem.path("code").asText());
    }
  }

  HttpRequest.Builder request(String owner, String path) {
    int port = ports.get(ThreadLocalRandom.current().nextInt(ports.size()));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + keys.get(owner));
  }

  /** A new key for an owner; as ops, whose password is kept as its key. */
  String makeKey(String owner) throws IOException, InterruptedException {
    String login = "ops:" + keys.get("ops");
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        request("ops", "/api/v1/ops/keys")
            .setHeader("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"owner\":\"" + owner + "\",\"label\":\"chaos\"}"));
    return send(request).json().path("secret").asText();
  }

  Answer post(String owner, String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(owner, path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(http.send(request.build(), BodyHandlers.ofString()));
  }
}
