package dev.sluice.notify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sluice.fixture.AtOnce;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.notify.DeliveryResponse.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real receivers; a request may take a second. */
class WebhookClientTest {

  private final Receiver receiver = new Receiver();
  private final WebhookSecret secret = WebhookSecret.random(new SecureRandom());
  private final CountDownLatch over = new CountDownLatch(1);
  private WebhookClient client = client(WebhookSettingsTest.lenient());

  WebhookClientTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    over.countDown();
    client.destroy();
    receiver.close();
  }

  @Test
  void anEventIsSentSignedAndSaysNothingOfContent() throws IOException {
    // When
    DeliveryResponse response = send(receiver.url("/hook"));

    // Then
    assertThat(response).isEqualTo(new DeliveryResponse(Result.DELIVERED, 204));
    Receiver.Request request = receiver.requests().get(0);
    assertThat(request.isSignedWith(secret.text())).isTrue();
    assertThat(request.timestamp()).isBetween(now() - 60, now());
    assertThat(request.json().fieldNames())
        .toIterable()
        .containsExactly(
            "schemaVersion",
            "id",
            "type",
            "occurredAt",
            "owner",
            "documentId",
            "state",
            "attempts",
            "pages");
    assertThat(request.json().path("id").asText()).isEqualTo(request.id());
  }

  @ParameterizedTest
  @CsvSource({
    "200, DELIVERED",
    "202, DELIVERED",
    "400, REJECTED",
    "404, REJECTED",
    "410, GONE",
    "429, OVERLOADED",
    "500, REJECTED",
    "503, OVERLOADED"
  })
  void theStatusDecides(int status, Result result) {
    receiver.answersWith(Receiver.status(status));

    assertThat(send(receiver.url("/"))).isEqualTo(new DeliveryResponse(result, status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws IOException {
    try (Receiver elsewhere = new Receiver()) {
      receiver.answersWith(Receiver.status(status, "Location", elsewhere.url("/")));

      assertThat(send(receiver.url("/")))
          .isEqualTo(new DeliveryResponse(Result.REDIRECTED, status));
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0"
      })
  void aPrivateAddressIsNotEvenConnectedTo(String host) {
    // Given
    client = client(WebhookSettingsTest.strict());

    // When
    DeliveryResponse response = send("http://" + host + ":" + receiver.port() + "/");

    // Then
    assertThat(response).isEqualTo(DeliveryResponse.none(Result.ADDRESS_REFUSED));
    assertThat(receiver.requests()).isEmpty();
  }

  @Test
  void whoSaysNothingIsGivenUpInTime() {
    receiver.answersWith(request -> await());

    assertThat(send(receiver.url("/"))).isEqualTo(DeliveryResponse.none(Result.TIMED_OUT));
  }

  @Test
  void whoNeverEndsIsCutOff() {
    // Given
    receiver.answersWith(
        request -> {
          request.sendResponseHeaders(200, 0);
          endlessly(request.getResponseBody());
        });

    // When, Then: the status has come, and nothing else counts
    assertThat(send(receiver.url("/"))).isEqualTo(new DeliveryResponse(Result.DELIVERED, 200));
  }

  @Test
  void aPortWithoutAServerIsUnreachable() {
    String url = receiver.url("/");
    receiver.close();

    assertThat(send(url)).isEqualTo(DeliveryResponse.none(Result.UNREACHABLE));
  }

  @Test
  void aServerWithoutTlsIsToldFromNone() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AtOnce.start(() -> answerInPlainText(plain));

      assertThat(send("https://127.0.0.1:" + plain.getLocalPort() + "/"))
          .isEqualTo(DeliveryResponse.none(Result.TLS_FAILED));
    }
  }

  private static boolean answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      return socket.getInputStream().read() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endlessly(OutputStream body) throws IOException {
    byte[] much = new byte[8192];
    while (true) {
      body.write(much);
    }
  }

  private DeliveryResponse send(String url) {
    DocumentId document = DocumentId.next();
    CompletionEvent event =
        new CompletionEvent(
            UUID.randomUUID(),
            "document.completed",
            Instant.now(),
            "me",
            document,
            DocumentState.COMPLETED,
            null,
            1,
            3,
            null);
    Webhook webhook =
        new Webhook(UUID.randomUUID(), "me", URI.create(url), null, secret, Instant.now(), null);
    return client.send(new Delivery(webhook, event, 1, 1));
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static WebhookClient client(WebhookSettings settings) {
    return new WebhookClient(
        settings,
        new ObjectMapper().registerModule(new JavaTimeModule()),
        new SimpleMeterRegistry());
  }
}
