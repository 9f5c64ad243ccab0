-- The trace of a document, if it has one: what goes on without a message of that trace, such as a webhook, continues it.
CREATE TABLE document_trace (
  document_id uuid PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  traceparent text NOT NULL                            -- as W3C Trace Context writes it
);
