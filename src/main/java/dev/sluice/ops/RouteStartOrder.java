package dev.sluice.ops;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Has routes with an own source start after the routes that they call, and stop before them. Such a
 * source is a queue, a folder or a clock; Camel stops routes in the opposite order of their start.
 * Otherwise a message that arrives at the wrong moment waits half a minute for a route that has
 * stopped.
 */
@Component
class RouteStartOrder implements CamelContextConfiguration {

  private static final int FIRST = 10_000; // Camel numbers the others from 1000

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    List<RouteDefinition> routes =
        camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions();
    AtomicInteger order = new AtomicInteger(FIRST);
    routes.stream()
        .filter(RouteStartOrder::beginsByItself)
        .forEach(route -> route.setStartupOrder(order.getAndIncrement()));
  }

  private static boolean beginsByItself(RouteDefinition route) {
    return !route.getInput().getEndpointUri().startsWith("direct:");
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    // All is done before the start.
  }
}
