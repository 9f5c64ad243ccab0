package dev.sluice.web.connection;

import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.web.embedded.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat bound the connections to the API that have sent no full header. */
@Component
class ConnectionBound implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final HttpSettings settings;
  private final ClosedConnections closed;

  ConnectionBound(HttpSettings settings, ClosedConnections closed) {
    this.settings = settings;
    this.closed = closed;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(HeaderProtocol.class.getName());
    TomcatProtocolHandlerCustomizer<ProtocolHandler> bind =
        protocol -> ((HeaderProtocol) protocol).bindBy(settings, closed);
    factory.addProtocolHandlerCustomizers(bind);
  }
}
