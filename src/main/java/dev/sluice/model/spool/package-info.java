/** The spool: where a document's bytes lie on local disk while one exchange needs them. */
package dev.sluice.model.spool;
