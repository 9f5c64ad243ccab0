/** The spool keeps a document's bytes on local disk while one exchange needs them. */
package dev.sluice.model.spool;
