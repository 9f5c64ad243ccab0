/** How long documents and originals are kept, and whether those are there that should be. */
package dev.sluice.store.retention;
