package dev.sluice.web.problem;

import java.util.Set;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Has the management port's Tomcat answer with problems, too. Spring makes it, for that port alone,
 * as its own page for errors repeats the path.
 */
class ManagementProblems
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setErrorPages(Set.of());
    new ServerProblems().customize(factory);
  }

  /** After the page was added. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
