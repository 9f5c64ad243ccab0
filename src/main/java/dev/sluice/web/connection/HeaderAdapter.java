package dev.sluice.web.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Notices when Tomcat has the full header of a request; each of its processors has one. */
final class HeaderAdapter implements Adapter {

  private final Adapter adapter;
  private Runnable onHeader = () -> {};
  private boolean called;

  HeaderAdapter(Adapter adapter) {
    this.adapter = adapter;
  }

  /** Prepares for what comes next on a connection. */
  void expect(Runnable action) {
    onHeader = action;
    called = false;
  }

  /** Whether a request was served, or went on, since the last call of {@link #expect}. */
  boolean wasCalled() {
    return called;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    called = true;
    onHeader.run();
    adapter.service(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent event)
      throws Exception {
    called = true;
    return adapter.asyncDispatch(request, response, event);
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return adapter.prepare(request, response);
  }

  @Override
  public void log(Request request, Response response, long time) {
    adapter.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    adapter.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return adapter.getDomain();
  }
}
