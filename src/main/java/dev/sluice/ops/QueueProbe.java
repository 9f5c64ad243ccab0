package dev.sluice.ops;

import dev.sluice.work.queue.KafkaSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.stereotype.Component;

/** Asks whether a broker of the queue answers. */
@Component
class QueueProbe implements ServerProbe {

  private static final int TIMEOUT_MILLIS = 5_000;

  private final Admin admin;

  QueueProbe(KafkaSettings settings) {
    this.admin = Admin.create(settings.adminProperties(TIMEOUT_MILLIS));
  }

  @Override
  public WatchedServer server() {
    return WatchedServer.QUEUE;
  }

  @Override
  public void ask() throws Exception {
    admin.describeCluster().nodes().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
