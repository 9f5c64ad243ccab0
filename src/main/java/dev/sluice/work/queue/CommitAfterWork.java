package dev.sluice.work.queue;

import org.apache.camel.component.kafka.consumer.DefaultKafkaManualAsyncCommitFactory;
import org.springframework.stereotype.Component;

/**
 * Has the routes' consumers commit a ticket when the work on it is over, without waiting for it.
 */
@Component
class CommitAfterWork extends DefaultKafkaManualAsyncCommitFactory {}
