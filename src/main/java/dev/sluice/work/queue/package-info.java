/** The queue on Kafka: its topics, its clients, and the console that fills it again. */
package dev.sluice.work.queue;
