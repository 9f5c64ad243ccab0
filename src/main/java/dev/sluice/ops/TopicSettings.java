package dev.sluice.ops;

import dev.sluice.settings.Setting;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the topics are called that Sluice uses.
 *
 * @param topics by what they are for, under {@code sluice.topics}
 */
@ConfigurationProperties("sluice")
record TopicSettings(Map<String, String> topics) {

  /** Refuses a topic without a name. */
  TopicSettings {
    topics.forEach((use, name) -> Setting.required("sluice.topics." + use, name));
    topics = Map.copyOf(topics);
  }
}
