package dev.sluice.ops;

import org.apache.camel.CamelContext;
import org.apache.camel.ManagementMBeansLevel;
import org.apache.camel.spi.ManagementAgent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Registers routes over JMX, and their steps only if that is set: they double the console's tree.
 */
@Component
class JmxSteps implements CamelContextConfiguration {

  private final JmxSettings settings;

  JmxSteps(JmxSettings settings) {
    this.settings = settings;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    ManagementAgent agent = camel.getManagementStrategy().getManagementAgent();
    if (agent != null && !settings.steps()) { // there is none while JMX is off, as in some tests
      agent.setMBeansLevel(ManagementMBeansLevel.RoutesOnly);
    }
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {
    // All is done before the start.
  }
}
