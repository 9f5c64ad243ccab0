package dev.sluice.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks the management port as ops do. */
public final class OpsLogin {

  /** The login as a header. */
  public static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("ops:" + TestServers.OPS_PASSWORD).getBytes(StandardCharsets.UTF_8));

  private OpsLogin() {}

  public static HttpResponse<String> get(ProductionSluice sluice, String path, String... headers) {
    return send(request(sluice, path, headers));
  }

  /** Asks Jolokia, as the console does: with the token against forged requests. */
  public static HttpResponse<String> jolokia(
      ProductionSluice sluice, String json, String... headers) {
    return jolokiaAt(sluice, "/hawtio/jolokia", json, headers);
  }

  /** The same with parameters in the address, as the console's pages send them. */
  public static HttpResponse<String> jolokiaAt(
      ProductionSluice sluice, String path, String json, String... headers) {
    return send(
        request(sluice, path, headers)
            .POST(BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .header("Cookie", "XSRF-TOKEN=token")
            .header("X-XSRF-TOKEN", "token"));
  }

  private static HttpRequest.Builder request(
      ProductionSluice sluice, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(sluice.managementAddress().resolve(path))
            .header("Authorization", BASIC);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
