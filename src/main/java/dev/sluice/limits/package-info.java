/** Limits what one owner may do, by its plan, counted in PostgreSQL over all replicas and doors. */
package dev.sluice.limits;
