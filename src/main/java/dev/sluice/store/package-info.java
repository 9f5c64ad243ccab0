/** What lasts: the ledger in PostgreSQL, originals in S3, and how long both are kept. */
package dev.sluice.store;
