/** The queue on Kafka: its topics, its clients, and the console operation that refills it. */
package dev.sluice.work.queue;
