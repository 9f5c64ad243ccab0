package dev.sluice.web.connection;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP with a bound on connections that have sent no full header. Its own timeout begins
 * again with each byte, and all connections count for it alike. Tomcat makes it itself, by its
 * name.
 */
public final class HeaderProtocol extends Http11NioProtocol {

  private final HeaderEndpoint endpoint;

  /** As Tomcat makes it; {@link #bindBy} follows before the start. */
  public HeaderProtocol() {
    this(new HeaderEndpoint());
  }

  private HeaderProtocol(HeaderEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  void bindBy(HttpSettings settings, ClosedConnections closed) {
    endpoint.bindBy(settings, closed);
  }

  @Override
  protected Processor createProcessor() {
    return new HeaderProcessor(this, new HeaderAdapter(getAdapter()), endpoint);
  }
}
