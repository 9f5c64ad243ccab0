package dev.sluice.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.sluice.fixture.AtOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

  private ServerSocket echo;
  private TcpProxy line;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    line = new TcpProxy(echo.getLocalPort());
    AtOnce.start(this::serve);
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    echo.close();
  }

  @Test
  void whatGoesInComesBack() throws IOException {
    try (Socket client = connect()) {
      assertThat(answer(client, 'a')).isEqualTo('a');
    }
  }

  @Test
  void aCutBreaksConnectionsAndRefusesNewOnesUntilItIsHealed() throws IOException {
    try (Socket client = connect()) {
      answer(client, 'a');

      // When
      line.cut();

      // Then
      assertThatIOException().isThrownBy(() -> requireAnswer(client));
      assertThatIOException().isThrownBy(() -> requireAnswer(connect()));
    }
    line.heal();
    try (Socket client = connect()) {
      assertThat(answer(client, 'b')).isEqualTo('b');
    }
  }

  @Test
  void aStallKeepsTheConnectionAndWhatWasSentArrivesInTheEnd() throws IOException {
    try (Socket client = connect()) {
      answer(client, 'a');

      // When
      line.stall();
      client.setSoTimeout(200);
      client.getOutputStream().write('b');
      assertThatIOException()
          .isThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      line.heal();

      // Then
      client.setSoTimeout(10_000);
      assertThat(client.getInputStream().read()).isEqualTo('b');
    }
  }

  @Test
  void aSlowLineDeliversAllTheSame() throws IOException {
    // When
    line.slow(1000, 20);

    // Then
    try (Socket client = connect()) {
      assertThat(answer(client, 'a')).isEqualTo('a');
    }
  }

  @Test
  void withoutAServerThereIsNoConnection() throws IOException {
    // Given
    echo.close();

    // Then
    await().untilAsserted(() -> assertThatIOException().isThrownBy(() -> requireAnswer(connect())));
  }

  private void requireAnswer(Socket client) throws IOException {
    if (answer(client, 'x') < 0) {
      throw new IOException("closed");
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), line.port());
    client.setSoTimeout(10_000);
    return client;
  }

  private static int answer(Socket client, char letter) throws IOException {
    client.getOutputStream().write(letter);
    return client.getInputStream().read();
  }

  private Void serve() {
    try {
      while (true) {
        Socket client = echo.accept();
        AtOnce.start(() -> echo(client));
      }
    } catch (IOException closed) {
      return null;
    }
  }

  private static Void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
      return null;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
