/** The queue on Kafka: its topics, its clients, and the console that fills it anew. */
package dev.sluice.work.queue;
