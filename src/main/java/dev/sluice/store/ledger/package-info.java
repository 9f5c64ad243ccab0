/** The ledger in PostgreSQL: the single truth about where each document stands. */
package dev.sluice.store.ledger;
