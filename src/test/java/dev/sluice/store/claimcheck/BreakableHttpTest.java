package dev.sluice.store.claimcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.AtOnce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class BreakableHttpTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final BreakableHttp http =
      new BreakableHttp(
          new S3Clients(new S3Settings(null, "us-east-1", null, null, false, null)).http(2, LONG));
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    server.close();
  }

  @Test
  void callsEndWhenTheServerIsFoundToBeOutAndGoThroughAgainLater() throws Exception {
    // Given
    CompletableFuture<String> waiting = AtOnce.start(this::outcome);
    Socket silent = server.accept();

    // When
    http.breakOff();

    // Then
    Awaitility.await().until(waiting::isDone);
    assertThat(waiting.join()).startsWith("failed");
    assertThatThrownBy(this::call).hasMessage("The object store does not answer.");

    // When
    http.restore();
    CompletableFuture<String> later = AtOnce.start(this::outcome);
    try (Socket answering = server.accept()) {
      answering
          .getOutputStream()
          .write(
              "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      // Then
      assertThat(later.join()).isEqualTo("204");
    }
    silent.close();
  }

  private String outcome() {
    try {
      return String.valueOf(call());
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  private int call() throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.HEAD)
            .uri(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/bucket"))
            .build();
    return http.prepareRequest(HttpExecuteRequest.builder().request(request).build())
        .call()
        .httpResponse()
        .statusCode();
  }
}
