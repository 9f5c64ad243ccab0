package dev.sluice.work.queue;

import dev.sluice.model.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the queue.
 *
 * @param brokers host:port, comma separated
 * @param partitions of a work topic that Sluice creates
 * @param replication of a work topic that Sluice creates
 * @param createTopics whether Sluice creates missing topics and partitions, or only looks for them
 * @param properties further client properties, e.g. for TLS and SASL
 */
@ConfigurationProperties("sluice.kafka")
public record KafkaSettings(
    String brokers,
    String group,
    int partitions,
    short replication,
    boolean createTopics,
    Map<String, String> properties) {

  private static final List<String> FILES =
      List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);

  /** Refuses missing brokers, topics without partitions and files that cannot be read. */
  public KafkaSettings {
    Setting.required("sluice.kafka.brokers (SLUICE_KAFKA_BROKERS)", brokers);
    Setting.required("sluice.kafka.group", group);
    Setting.atLeast("sluice.kafka.partitions", 1, partitions);
    Setting.atLeast("sluice.kafka.replication", 1, replication);
    properties = properties == null ? Map.of() : Map.copyOf(properties);
    for (String file : FILES) {
      if (properties.containsKey(file)) {
        Setting.readable("sluice.kafka.properties." + file, properties.get(file));
      }
    }
  }

  public Properties adminProperties(int timeoutMillis) {
    Properties admin = new Properties();
    admin.putAll(properties);
    admin.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(timeoutMillis));
    admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(timeoutMillis));
    return admin;
  }
}
