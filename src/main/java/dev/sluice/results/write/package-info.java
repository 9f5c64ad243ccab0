/** Writes results to PostgreSQL, in one transaction with the final state. */
package dev.sluice.results.write;
