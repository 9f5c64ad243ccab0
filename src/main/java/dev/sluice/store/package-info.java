/** Keeps the ledger in PostgreSQL and originals in S3, and decides how long both are kept. */
package dev.sluice.store;
