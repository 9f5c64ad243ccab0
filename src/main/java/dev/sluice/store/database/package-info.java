/**
 * Connections to PostgreSQL: their options, what becomes of them in an outage, and a standby to
 * read from.
 */
package dev.sluice.store.database;
