package dev.sluice.ops;

import dev.sluice.work.queue.KafkaSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Is up while a broker answers. */
@Component("kafka")
class KafkaHealth extends AbstractHealthIndicator implements DisposableBean {

  private static final int TIMEOUT_MILLIS = 2_000;

  private final Admin admin;

  KafkaHealth(KafkaSettings settings) {
    super("Kafka does not answer");
    this.admin = Admin.create(settings.adminProperties(TIMEOUT_MILLIS));
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    int nodes = admin.describeCluster().nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).size();
    builder.up().withDetail("nodes", nodes);
  }

  @Override
  public void destroy() {
    admin.close(Duration.ZERO);
  }
}
