package dev.sluice.work.queue;

import org.apache.camel.component.kafka.consumer.DefaultKafkaManualAsyncCommitFactory;
import org.springframework.stereotype.Component;

/**
 * Has the routes' consumers commit a ticket after the work on it, without waiting for the commit.
 */
@Component
class CommitAfterWork extends DefaultKafkaManualAsyncCommitFactory {}
