package dev.sluice.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that reads the topic of events from its beginning. */
public final class EventTopic implements AutoCloseable {

  private static final String NAME = "sluice.events";

  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();
  private final KafkaConsumer<String, String> consumer =
      new KafkaConsumer<>(TestServers.kafka(), new StringDeserializer(), new StringDeserializer());

  public EventTopic() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(NAME).stream()
            .map(partition -> new TopicPartition(NAME, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What it has read so far of this owner. */
  public List<ConsumerRecord<String, String>> of(String owner) {
    consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    return seen.stream()
        .filter(message -> json(message).path("owner").asText().equals(owner))
        .toList();
  }

  public static JsonNode json(ConsumerRecord<String, String> message) {
    try {
      return new ObjectMapper().readTree(message.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
