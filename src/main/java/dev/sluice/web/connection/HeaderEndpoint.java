package dev.sluice.web.connection;

import dev.sluice.web.connection.HalfOpenConnections.Overdue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's server socket, which closes connections whose header is overdue. */
final class HeaderEndpoint extends NioEndpoint {

  private static final long SWEEP_MILLIS = 250;

  private HalfOpenConnections<SocketChannel> halfOpen;
  private ClosedConnections closed;
  private ScheduledFuture<?> sweep;

  /** No channel serves two connections: a thread may still read for the first of them. */
  HeaderEndpoint() {
    getSocketProperties().setBufferPool(0);
  }

  void bindBy(HttpSettings settings, ClosedConnections counter) {
    halfOpen = new HalfOpenConnections<>(settings, System::nanoTime);
    closed = counter;
  }

  @Override
  public void startInternal() throws Exception {
    super.startInternal();
    sweep =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                this::closeOverdue, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stopInternal() {
    if (sweep != null) {
      sweep.cancel(false);
    }
    super.stopInternal();
  }

  /** A header is awaited from the first moment, before another thread can have read it. */
  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    headerOpen(socket);
    boolean taken = super.setSocketOptions(socket);
    if (!taken) {
      halfOpen.complete(socket);
    }
    return taken;
  }

  @Override
  public boolean processSocket(
      SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
    SocketChannel socket = connection.getSocket().getIOChannel();
    if (event == SocketEvent.OPEN_READ && socket != null) {
      halfOpen.beginRead(socket);
    }
    return super.processSocket(connection, event, dispatch);
  }

  @Override
  protected SocketProcessorBase<NioChannel> createSocketProcessor(
      SocketWrapperBase<NioChannel> connection, SocketEvent event) {
    return new SocketProcessor(connection, event) {
      @Override
      protected void doRun() {
        SocketChannel socket = socketWrapper.getSocket().getIOChannel();
        boolean read = event == SocketEvent.OPEN_READ;
        super.doRun(); // after which this object is that of another connection
        if (read && socket != null) {
          halfOpen.endRead(socket);
        }
      }
    };
  }

  void headerOpen(SocketWrapperBase<?> connection) {
    SocketChannel socket = socketOf(connection);
    if (socket != null) {
      headerOpen(socket);
    }
  }

  void headerComplete(SocketWrapperBase<?> connection) {
    SocketChannel socket = socketOf(connection);
    if (socket != null) {
      halfOpen.complete(socket);
    }
  }

  private static SocketChannel socketOf(SocketWrapperBase<?> connection) {
    return ((NioChannel) connection.getSocket()).getIOChannel();
  }

  private void headerOpen(SocketChannel socket) {
    try {
      SocketAddress address = socket.getRemoteAddress();
      if (address instanceof InetSocketAddress sender) {
        halfOpen.await(socket, ClientNetwork.of(sender.getAddress()));
      }
    } catch (IOException gone) {
      // then there is nothing to close
    }
  }

  private void closeOverdue() {
    halfOpen.forget(socket -> !socket.isOpen());
    halfOpen.overdue().forEach(this::close);
  }

  /** Unless a thread has the connection right now, or had it since. */
  private void close(Overdue<SocketChannel> overdue) {
    SocketWrapperBase<NioChannel> connection = connections.get(overdue.connection());
    if (connection == null || !connection.getLock().tryLock()) {
      return;
    }
    try {
      if (halfOpen.isAwaited(overdue.connection())) {
        connection.close();
        halfOpen.complete(overdue.connection());
        closed.note(overdue.address(), overdue.reason());
      }
    } finally {
      connection.getLock().unlock();
    }
  }
}
