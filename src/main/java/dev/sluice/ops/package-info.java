/** What ops watch: health, the vocabulary of metrics, clients of the queue. */
package dev.sluice.ops;
