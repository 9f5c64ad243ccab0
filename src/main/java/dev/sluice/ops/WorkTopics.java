package dev.sluice.ops;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Creates the topics of work and events where they are missing. A queue that is down at the start
 * stops nothing: receipts are honest without it, and housekeeping tries again.
 */
@Component
public class WorkTopics implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(WorkTopics.class);
  private static final int TIMEOUT_MILLIS = 5_000;

  private final KafkaSettings settings;
  private final List<String> names;
  private volatile boolean known;

  WorkTopics(KafkaSettings settings, TopicSettings topics) {
    this.settings = settings;
    this.names = List.copyOf(topics.topics().values());
  }

  // Before any route starts: a consumer would make the broker create them with one partition.
  @Override
  public void afterPropertiesSet() {
    ensure();
  }

  /** Creates what is missing; does nothing once all are known to be there. */
  public void ensure() {
    if (known) {
      return;
    }
    try (Admin admin = Admin.create(settings.adminProperties(TIMEOUT_MILLIS))) {
      create(admin);
      known = true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Cannot create the topics yet: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void create(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Set<String> present = admin.listTopics().names().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    List<NewTopic> missing =
        names.stream()
            .filter(name -> !present.contains(name))
            .map(name -> new NewTopic(name, settings.partitions(), settings.replication()))
            .toList();
    try {
      admin.createTopics(missing).all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
