package dev.sluice.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody takes while their server is dead: below those that systems give to outgoing
 * connections.
 */
final class Ports {

  private static final int LOWEST = 15_000;
  private static final int BEYOND = 32_000;

  private Ports() {}

  /** One that is free right now. */
  static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
  }
}
