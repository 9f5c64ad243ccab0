-- What senders called their requests. A document can have been sent under several names.
CREATE TABLE idempotency_key (
  owner       text        NOT NULL,
  key         text        NOT NULL,
  document_id uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_key_by_document ON idempotency_key (document_id);

INSERT INTO idempotency_key (owner, key, document_id, created_at)
  SELECT owner, idempotency_key, id, received_at FROM document WHERE idempotency_key IS NOT NULL;

ALTER TABLE document DROP COLUMN idempotency_key;
