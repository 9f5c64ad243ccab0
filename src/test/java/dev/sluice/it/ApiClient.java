package dev.sluice.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;

/** A caller of the API with a key. */
public final class ApiClient {

  private static final Set<String> FINAL =
      Set.of("completed", "invalid", "dead", "cancelled", "expired");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String address;
  private final String key;

  public ApiClient(String address, String key) {
    this(address, key, null);
  }

  /**
   * The same over TLS.
   *
   * @param tls whom to trust; null: whom the JVM trusts
   */
  public ApiClient(String address, String key, SSLContext tls) {
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
    this.address = address;
    this.key = key;
  }

  /** An answer with its body as text. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(response.body(), e);
      }
    }

    public String text(String member) {
      return json().path(member).asText();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  public Answer upload(byte[] pdf, String... headers) {
    return upload(BodyPublishers.ofByteArray(pdf), "", headers);
  }

  public Answer upload(BodyPublisher body, String query, String... headers) {
    HttpRequest.Builder request = request("/api/v1/uploads" + query).POST(body);
    request.setHeader("Content-Type", "application/pdf");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /** Sends a form with the given parts, which bring their own headers. */
  public Answer uploadForm(MultipartBody form) {
    return send(
        request("/api/v1/uploads")
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.bytes())));
  }

  /** Sends a body of many files. */
  public Answer uploadMany(
      String query, String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        request("/api/v1/uploads/multiple" + query).header("Content-Type", contentType).POST(body);
    request.timeout(Duration.ofSeconds(300));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Saves a body to a file. */
  public void download(String path, Path file) throws IOException, InterruptedException {
    http.send(request(path).GET().build(), BodyHandlers.ofFile(file));
  }

  /** A body that is no text. */
  public byte[] bytes(String path) {
    try {
      return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An answer line by line, each as soon as it comes. */
  public Stream<String> lines(String path) {
    try {
      return http.send(request(path).build(), BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The document's path. */
  public static String document(String id) {
    return "/api/v1/documents/" + id;
  }

  /** Waits until the document ends one way or the other. */
  public JsonNode awaitEnd(String id) {
    return Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .until(() -> get(document(id)).json(), d -> FINAL.contains(d.path("state").asText()));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    request.timeout(Duration.ofSeconds(60));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
