package dev.sluice.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

  public static HttpResponse<String> get(ProductionSluice sluice, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(sluice.managementAddress().resolve(path))
            .header("Authorization", BASIC)
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
