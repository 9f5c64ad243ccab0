package dev.sluice.serve;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Which headers go between routes and callers: as Camel has it, and how long an answer is fresh.
 */
@Component("apiHeaders")
public class ApiHeaders extends HttpHeaderFilterStrategy {

  @Override
  protected void initialize() {
    super.initialize();
    getOutFilter().remove("cache-control");
  }
}
