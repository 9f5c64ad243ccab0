/**
 * Removes documents and originals when their time is over, and checks that no original is missing.
 */
package dev.sluice.store.retention;
