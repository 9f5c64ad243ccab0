/** Batches: documents that came together, or whose senders want to ask for one status. */
package dev.sluice.intake.batch;
