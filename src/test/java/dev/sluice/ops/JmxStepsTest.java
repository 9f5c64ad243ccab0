package dev.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class JmxStepsTest {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

  @Test
  void aRouteIsRegisteredWithItsCounterAndWithoutItsSteps() throws Exception {
    try (CamelContext camel = withOneMessage(false)) {
      assertThat(named(camel, "processors")).isEmpty();
      assertThat(named(camel, "routes"))
          .singleElement()
          .satisfies(
              route -> assertThat(server.getAttribute(route, "ExchangesCompleted")).isEqualTo(1L));
    }
  }

  @Test
  void stepsAreRegisteredIfThatIsSet() throws Exception {
    try (CamelContext camel = withOneMessage(true)) {
      assertThat(named(camel, "processors")).hasSize(2);
    }
  }

  private static CamelContext withOneMessage(boolean steps) throws Exception {
    CamelContext camel = new DefaultCamelContext();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").setHeader("a", constant(1)).setBody(constant("b"));
          }
        });
    new JmxSteps(new JmxSettings(steps)).beforeApplicationStart(camel);
    camel.start();
    camel.createProducerTemplate().sendBody("direct:in", "message");
    return camel;
  }

  private Set<ObjectName> named(CamelContext camel, String type) throws Exception {
    return server.queryNames(
        new ObjectName(
            "org.apache.camel:context=" + camel.getManagementName() + ",type=" + type + ",*"),
        null);
  }
}
