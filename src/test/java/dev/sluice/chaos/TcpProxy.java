package dev.sluice.chaos;

import dev.sluice.fixture.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut, slowed down and stalled. */
final class TcpProxy implements AutoCloseable {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int BUFFER = 4096;

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;
  private volatile boolean stalled;
  private volatile int bytesPerSecond; // 0: as fast as it goes
  private volatile int latencyMillis;

  /** Passes what comes to a free port on to the target's. */
  TcpProxy(int target) {
    this.target = target;
    try {
      this.listener = new ServerSocket(Ports.free(), 100, LOOPBACK);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    daemon("accept", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Breaks all connections, and each new one until it is healed. */
  void cut() {
    refusing = true;
    open.forEach(TcpProxy::shut);
  }

  /** Lets this many bytes through per second on each connection, each portion late. */
  void slow(int bytes, int millis) {
    bytesPerSecond = bytes;
    latencyMillis = millis;
  }

  /** Lets nothing through and breaks nothing. */
  void stall() {
    stalled = true;
  }

  /** As good as new; what was stalled goes on. */
  synchronized void heal() {
    refusing = false;
    stalled = false;
    bytesPerSecond = 0;
    latencyMillis = 0;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
    heal();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        daemon("connect", () -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    open.add(client);
    try (client) {
      pass();
      if (!refusing) {
        join(client);
      }
    } catch (IOException | InterruptedException broken) {
      // so is the connection, then
    } finally {
      open.remove(client);
    }
  }

  private void join(Socket client) throws IOException, InterruptedException {
    try (Socket server = new Socket(LOOPBACK, target)) {
      open.add(server);
      Thread answers = daemon("answer", () -> pump(server, client));
      pump(client, server);
      answers.join();
      open.remove(server);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        pass();
        delay(read);
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException broken) {
      shut(from);
      shut(to);
    }
  }

  private synchronized void pass() throws IOException {
    try {
      while (stalled) {
        wait();
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private void delay(int bytes) throws IOException {
    int pace = bytesPerSecond;
    if (pace > 0) {
      try {
        Thread.sleep(latencyMillis + bytes * 1000L / pace);
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // it is what was wanted
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, "line-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
