package dev.sluice.tracing;

import dev.sluice.model.document.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the trace of each document beside the ledger, for what happens to it without a message that
 * carries its trace. No document fails because its trace could not be kept or found.
 */
class DocumentTraces {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentTraces.class);

  private final JdbcClient jdbc;

  DocumentTraces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the latest trace of a document. */
  void keep(DocumentId id, String traceparent) {
    try {
      jdbc.sql(
              """
              INSERT INTO document_trace (document_id, traceparent) VALUES (?, ?)
              ON CONFLICT (document_id) DO UPDATE SET traceparent = excluded.traceparent
              """)
          .params(id.value(), traceparent)
          .update();
    } catch (DataAccessException lost) {
      LOG.debug("Trace not kept", lost);
    }
  }

  /** The trace of a document; null if it has none, or the database does not answer. */
  String find(DocumentId id) {
    try {
      return jdbc.sql("SELECT traceparent FROM document_trace WHERE document_id = ?")
          .param(id.value())
          .query(String.class)
          .optional()
          .orElse(null);
    } catch (DataAccessException lost) {
      LOG.debug("Trace not found", lost);
      return null;
    }
  }
}
