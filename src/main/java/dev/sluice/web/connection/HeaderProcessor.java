package dev.sluice.web.connection;

import java.io.IOException;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Reads requests as Tomcat does, and tells the endpoint for which connections a header is open. */
final class HeaderProcessor extends Http11Processor {

  /** Most trailers of a body. Tomcat sets this bound of its own only when an object is reused. */
  private static final int MAX_TRAILERS = 8;

  private final HeaderAdapter header;
  private final HeaderEndpoint endpoint;

  HeaderProcessor(
      AbstractHttp11Protocol<?> protocol, HeaderAdapter header, HeaderEndpoint endpoint) {
    super(protocol, header);
    getRequest().getMimeTrailerFields().setLimit(MAX_TRAILERS);
    this.header = header;
    this.endpoint = endpoint;
  }

  @Override
  public SocketState process(SocketWrapperBase<?> connection, SocketEvent event)
      throws IOException {
    header.expect(() -> endpoint.headerComplete(connection));
    SocketState state = super.process(connection, event);
    if (event == SocketEvent.OPEN_READ && isHeaderOpen(state)) {
      endpoint.headerOpen(connection);
    }
    return state;
  }

  /** A part of one has come, or nothing but empty lines, which may stand before a request. */
  private boolean isHeaderOpen(SocketState state) {
    return state == SocketState.LONG && !isAsync()
        || state == SocketState.OPEN && !header.wasCalled();
  }
}
