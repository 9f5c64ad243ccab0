package dev.sluice.work.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.stereotype.Component;

/** Makes the routes' Kafka clients, with the configured properties and with metrics such as lag. */
@Component
class MeteredKafkaClients extends DefaultKafkaClientFactory {

  private final KafkaSettings settings;
  private final MeterRegistry meters;

  MeteredKafkaClients(KafkaSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Consumer getConsumer(Properties properties) {
    properties.putAll(settings.properties());
    Consumer consumer = super.getConsumer(properties);
    new KafkaClientMetrics(consumer).bindTo(meters);
    return consumer;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Producer getProducer(Properties properties) {
    properties.putAll(settings.properties());
    Producer producer = super.getProducer(properties);
    new KafkaClientMetrics(producer).bindTo(meters);
    return producer;
  }
}
