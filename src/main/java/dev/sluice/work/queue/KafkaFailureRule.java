package dev.sluice.work.queue;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureRule;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Component;

/** Takes every exception of the Kafka client for an outage of the queue. */
@Component
public class KafkaFailureRule implements FailureRule {

  @Override
  public Optional<FailureCode> codeOf(Throwable exception) {
    return exception instanceof KafkaException
        ? Optional.of(FailureCode.QUEUE_UNAVAILABLE)
        : Optional.empty();
  }
}
