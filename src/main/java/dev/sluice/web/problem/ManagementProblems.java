package dev.sluice.web.problem;

import java.util.Set;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Has the management port's Tomcat answer with problems, too, and without Spring's own page, which
 * repeats the path. That port has a context of its own, which finds this by its name in
 * META-INF/spring.
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
