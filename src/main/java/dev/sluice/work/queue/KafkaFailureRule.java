package dev.sluice.work.queue;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureRule;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;

/** Classifies every exception of the Kafka client as an outage of the queue. */
@Component
public class KafkaFailureRule implements FailureRule {

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    return exception instanceof KafkaException
        ? Optional.of(FailureCode.QUEUE_UNAVAILABLE)
        : Optional.empty();
  }
}
