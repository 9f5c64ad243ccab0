package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Connections on which no full header comes. */
@RunningSluice
class HalfOpenIT {

  private static final int CONNECTIONS = 1250; // more than Tomcat takes
  private static final int LIMIT = 64;
  private static final int UPLOADS = LIMIT + 16;
  private static final String REQUEST =
      "GET /api/v1/documents?limit=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
          + TestServers.API_KEY
          + "\r\n";

  @LocalServerPort int port;
  @Autowired MeterRegistry meters;
  @Autowired ServletWebServerApplicationContext context;

  private final List<SocketChannel> channels = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  @Test
  void aFloodOfThemKeepsNobodyOut() throws IOException {
    // Given
    double before = closed("too-many");

    // When
    List<SocketChannel> flood = new ArrayList<>();
    for (int n = 0; n < CONNECTIONS; n++) {
      flood.add(connect(REQUEST));
    }

    // Then
    ApiClient api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
    assertThat(api.get("/api/v1/documents?limit=1").status()).isEqualTo(200);
    Awaitility.await().until(() -> flood.stream().allMatch(HalfOpenIT::isAtEnd));
    assertThat(closed("too-many") - before).isPositive();
  }

  @Test
  void bytesNowAndThenKeepNoneOfThemOpenAndRealTrafficStays() throws IOException {
    // Given: headers that never end, the last of them after a request
    List<SocketChannel> slow = List.of(connect(REQUEST), connect(""), connect(REQUEST + "\r\n"));
    await(slow.get(2), "200");
    // And: uploads that take long, and a connection at rest
    byte[] pdf = Pdfs.withText("half open " + UUID.randomUUID());
    List<SocketChannel> uploads = new ArrayList<>();
    for (int n = 0; n < UPLOADS; n++) {
      uploads.add(connect(upload(pdf.length)));
    }
    SocketChannel resting = connect(REQUEST + "\r\n");
    await(resting, "200");

    // When
    Awaitility.await()
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              send(slow.get(0), "X: y\r\n");
              send(slow.get(1), "\r\n");
              send(slow.get(2), "\r\n");
              return slow.stream().allMatch(HalfOpenIT::isAtEnd);
            });

    // Then
    send(resting, REQUEST + "\r\n");
    await(resting, "200");
    for (SocketChannel upload : uploads) {
      upload.configureBlocking(true);
      upload.write(ByteBuffer.wrap(pdf));
      upload.configureBlocking(false);
    }
    for (SocketChannel upload : uploads) {
      await(upload, "20");
    }
  }

  @Test
  void nothingOfOneConnectionIsUsedForAnother() {
    Connector connector = ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector();

    assertThat(((AbstractProtocol<?>) connector.getProtocolHandler()).getProcessorCache()).isZero();
    assertThat(connector.getProperty("socket.bufferPool")).isEqualTo("0");
  }

  private double closed(String reason) {
    return meters.get("sluice.connections.closed").tag("reason", reason).counter().count();
  }

  private static String upload(int length) {
    return "POST /api/v1/uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + TestServers.API_KEY
        + "\r\nContent-Type: application/pdf\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private SocketChannel connect(String text) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channels.add(channel);
    send(channel, text);
    channel.configureBlocking(false);
    return channel;
  }

  private static void send(SocketChannel channel, String text) {
    try {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException closed) {
      // which is seen at the end
    }
  }

  /** Waits for an answer whose status begins like this. */
  private static void await(SocketChannel channel, String status) {
    StringBuilder answer = new StringBuilder();
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(
            () -> {
              ByteBuffer bytes = ByteBuffer.allocate(8192);
              channel.read(bytes);
              answer.append(StandardCharsets.UTF_8.decode(bytes.flip()));
              assertThat(answer).startsWith("HTTP/1.1 " + status).contains("}");
            });
  }

  private static boolean isAtEnd(SocketChannel channel) {
    try {
      return channel.read(ByteBuffer.allocate(8192)) < 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
