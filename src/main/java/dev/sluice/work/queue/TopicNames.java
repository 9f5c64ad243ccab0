package dev.sluice.work.queue;

import dev.sluice.model.settings.Setting;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The names of the topics that Sluice uses.
 *
 * @param topics by what they are for, under {@code sluice.topics}
 */
@ConfigurationProperties("sluice")
record TopicNames(Map<String, String> topics) {

  /** Refuses a topic without a name. */
  TopicNames {
    topics.forEach((use, name) -> Setting.required("sluice.topics." + use, name));
    topics = Map.copyOf(topics);
  }
}
