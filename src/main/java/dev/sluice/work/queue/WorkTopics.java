package dev.sluice.work.queue;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.ServerFailures;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Creates the topics of work and events where they are missing. A queue that is down at the start
 * stops nothing: receipts do not depend on it, and a route looks again regularly, as Kafka's data
 * may be lost while Sluice runs. Then a producer may have made the broker create a topic with too
 * few partitions, so partitions are added, too.
 */
@Component
public class WorkTopics implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(WorkTopics.class);
  private static final int TIMEOUT_MILLIS = 5_000;

  private final KafkaSettings settings;
  private final List<String> names;
  private final Admin admin;
  private final ServerFailures servers;
  private final Map<String, Uuid> seen = new HashMap<>();
  private boolean failing;
  private String lastComplaint = "";

  WorkTopics(KafkaSettings settings, TopicNames topics, ServerFailures servers) {
    this.settings = settings;
    this.servers = servers;
    this.names = List.copyOf(topics.topics().values());
    this.admin = Admin.create(settings.adminProperties(TIMEOUT_MILLIS));
  }

  // Before any route starts: a consumer would make the broker create them with one partition.
  @Override
  public void afterPropertiesSet() {
    ensure();
  }

  /**
   * Creates missing topics; logs once, not at each look, when it cannot.
   *
   * @return whether a topic that was there at an earlier look has been made again since
   */
  public synchronized boolean ensure() {
    try {
      Set<String> present = await(admin.listTopics().names());
      List<String> missing = names.stream().filter(name -> !present.contains(name)).toList();
      Map<String, TopicDescription> topics = describe(names.stream().filter(present::contains));
      if (settings.createTopics()) {
        create(missing);
        widen(topics);
      } else {
        complain(missing, narrow(topics));
      }
      failing = false;
      return remember(topics);
    } catch (ExecutionException | TimeoutException e) {
      if (!failing && !servers.isKnown(FailureCode.QUEUE_UNAVAILABLE)) {
        LOG.warn("Cannot see to the topics for now: {}", e.toString());
      }
      failing = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void destroy() {
    admin.close(Duration.ZERO);
  }

  private void create(List<String> missing)
      throws ExecutionException, InterruptedException, TimeoutException {
    if (missing.isEmpty()) {
      return;
    }
    List<NewTopic> topics =
        missing.stream()
            .map(name -> new NewTopic(name, settings.partitions(), settings.replication()))
            .toList();
    try {
      await(admin.createTopics(topics).all());
      LOG.info("Created the topics {}", missing);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private Map<String, TopicDescription> describe(Stream<String> present)
      throws ExecutionException, InterruptedException, TimeoutException {
    return await(admin.describeTopics(present.toList()).allTopicNames());
  }

  private void widen(Map<String, TopicDescription> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> narrow = narrow(topics);
    if (!narrow.isEmpty()) {
      NewPartitions enough = NewPartitions.increaseTo(settings.partitions());
      await(
          admin
              .createPartitions(
                  narrow.stream().collect(Collectors.toMap(name -> name, n -> enough)))
              .all());
      LOG.info("Gave {} partitions to the topics {}", settings.partitions(), narrow);
    }
  }

  private List<String> narrow(Map<String, TopicDescription> topics) {
    return topics.values().stream()
        .filter(topic -> topic.partitions().size() < settings.partitions())
        .map(TopicDescription::name)
        .sorted()
        .toList();
  }

  /** Says what is wrong when it begins and when it changes. */
  private void complain(List<String> missing, List<String> narrow) {
    String complaint = missing.isEmpty() && narrow.isEmpty() ? "" : missing + " " + narrow;
    if (!complaint.isEmpty() && !complaint.equals(lastComplaint)) {
      LOG.warn(
          "The queue lacks the topics {}, and {} partitions in the topics {}; Sluice does not make"
              + " them (sluice.kafka.create-topics)",
          missing,
          settings.partitions(),
          narrow);
    }
    lastComplaint = complaint;
  }

  private boolean remember(Map<String, TopicDescription> topics) {
    boolean again = false;
    for (TopicDescription topic : topics.values()) {
      Uuid before = seen.put(topic.name(), topic.topicId());
      again |= before != null && !before.equals(topic.topicId());
    }
    return again;
  }

  private static <T> T await(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
  }
}
