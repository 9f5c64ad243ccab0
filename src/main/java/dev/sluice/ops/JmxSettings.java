package dev.sluice.ops;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the console sees of the routes.
 *
 * @param steps whether each step of a route has an MBean, beside the route itself
 */
@ConfigurationProperties("sluice.jmx")
record JmxSettings(boolean steps) {}
