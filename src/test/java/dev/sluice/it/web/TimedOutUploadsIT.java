package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uploads whose time ends while their threads still read. With processors that Tomcat uses again,
 * each of the later uploads got the answer to one of the earlier: 408.
 */
@Tag("proof")
class TimedOutUploadsIT {

  private static final int UPLOADS = 60;
  private static final byte[] PDF = Pdfs.withText("in time");

  private final List<Socket> sockets = new ArrayList<>();

  @Test
  void theirEndReachesNoOtherRequest(@TempDir Path folder) throws Exception {
    try (ProductionSluice sluice =
        new ProductionSluice(folder)
            .with("SLUICE_WORK_ENABLED", "false")
            .with("SLUICE_HTTP_TIMEOUT", "10s")
            .with("SERVER_TOMCAT_CONNECTION_TIMEOUT", "11s")
            .start()
            .awaitServing()) {
      // Given: uploads that stopped and were answered; their threads wait for one second more
      List<Socket> stopped = begin(sluice, "stopped");
      for (int n = 0; n < UPLOADS; n++) {
        String own = "X-Request-Id: stopped-" + n + "\r\n";
        assertThat(read(stopped.get(n)).replace(own, "")).doesNotContain("X-Request-Id");
      }

      // When: others begin, and end when those threads have given up
      List<Socket> others = begin(sluice, "other");
      Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      for (Socket other : others) {
        other.getOutputStream().write(PDF, 1, PDF.length - 1);
      }

      // Then
      for (int n = 0; n < UPLOADS; n++) {
        assertThat(read(others.get(n)))
            .containsPattern("^HTTP/1.1 20[02]")
            .contains("X-Request-Id: other-" + n + "\r\n");
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private List<Socket> begin(ProductionSluice sluice, String name) throws IOException {
    List<Socket> begun = new ArrayList<>();
    for (int n = 0; n < UPLOADS; n++) {
      Socket socket = new Socket("127.0.0.1", sluice.port());
      socket.setSoTimeout(60_000);
      sockets.add(socket);
      begun.add(socket);
      socket.getOutputStream().write(beginning(name + "-" + n));
    }
    return begun;
  }

  private static byte[] beginning(String id) {
    String head =
        String.join(
            "\r\n",
            "POST /api/v1/uploads HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + TestServers.API_KEY,
            "X-Request-Id: " + id,
            "Connection: close",
            "Content-Type: application/pdf",
            "Content-Length: " + PDF.length,
            "",
            "%");
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
