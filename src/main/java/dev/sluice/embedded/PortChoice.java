package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.core.env.PropertyResolver;

/**
 * Chooses the port of a server: the configured one, or else a preferred one while it is free.
 *
 * @param key the setting that fixes it, for advice
 * @param number the port, or 0 for any free one
 * @param fixed whether nothing but this port will do
 */
public record PortChoice(String key, int number, boolean fixed) {

  /**
   * Lowest port that is chosen freely. Systems give higher ones to outgoing connections, which
   * could take a port before its server does.
   */
  private static final int LOWEST = 15_000;

  private static final int BEYOND = 32_000;
  private static final int TRIES = 100;

  /** Any free port. */
  static PortChoice any(String key) {
    return new PortChoice(key, 0, false);
  }

  /** The port that the setting names, or else the preferred one. */
  static PortChoice read(PropertyResolver settings, String property, String key, int preferred) {
    String text = settings.getProperty(property);
    return text == null || text.isBlank()
        ? new PortChoice(key, preferred, false)
        : new PortChoice(key, parse(text.strip(), key), true);
  }

  /** A port that is free right now. */
  int resolve() {
    if (number == 0) {
      return anyFree();
    }
    try {
      return bind(number);
    } catch (UncheckedIOException taken) {
      return elsewhere(taken);
    }
  }

  private int elsewhere(UncheckedIOException taken) {
    if (fixed) {
      throw new StartupFailure(
          "port " + number + " is taken", "Free it, or set another one in " + key, taken);
    }
    return anyFree();
  }

  private static int anyFree() {
    return IntStream.range(0, TRIES)
        .map(n -> ThreadLocalRandom.current().nextInt(LOWEST, BEYOND))
        .filter(PortChoice::isFree)
        .findFirst()
        .orElseGet(() -> bind(0));
  }

  private static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (UncheckedIOException taken) {
      return false;
    }
  }

  private static int bind(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return socket.getLocalPort();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private static int parse(String text, String key) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    throw new StartupFailure(
        "'" + text + "' is not a port", "Set a number from 0 (any free one) to 65535 in " + key);
  }
}
