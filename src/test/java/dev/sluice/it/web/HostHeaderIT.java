package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No answer repeats the host that a caller claims to call. */
@RunningSluice
class HostHeaderIT {

  private static final String PDF = "%PDF-1.4\n";

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  @ParameterizedTest
  @CsvSource({
    "GET, /, 302",
    "GET, /api/docs, 302",
    "GET, /api/docs/openapi.yaml, 200",
    "GET, /api/v1/documents, 200",
    "POST, /api/v1/uploads, 20",
    "POST, /api/v1/uploads/resumable, 201",
    "GET, /elsewhere, 404"
  })
  void anAnswerOfTheApiNamesNoHost(String method, String path, String status) throws IOException {
    assertThat(answer(port, method, path))
        .startsWith("HTTP/1.1 " + status)
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @CsvSource({"GET, /hawtio, 302", "POST, /login, 403", "GET, /login, 200"})
  void anAnswerOfTheConsoleNamesNoHost(String method, String path, String status)
      throws IOException {
    assertThat(answer(managementPort, method, path))
        .startsWith("HTTP/1.1 " + status)
        .doesNotContain("evil.example");
  }

  private static String answer(int port, String method, String path) throws IOException {
    String body = path.endsWith("/uploads") ? PDF : "";
    String request =
        String.join(
            "\r\n",
            method + " " + path + " HTTP/1.1",
            "Host: evil.example",
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=evil.example",
            "Connection: close",
            "Accept: text/html, */*",
            "X-API-Key: " + TestServers.API_KEY,
            "Tus-Resumable: 1.0.0",
            "Upload-Length: 100",
            "Content-Type: application/pdf",
            "Content-Length: " + body.length(),
            "",
            body);
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
