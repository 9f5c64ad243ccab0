-- Which replica is at which dropped file. Rows go when the file is moved away; they stay, settled, where files do.
CREATE TABLE drop_claim (
  origin      text        NOT NULL,
  ref         text        NOT NULL,
  version     text        NOT NULL,                   -- changes when the file does
  lease_until timestamptz,
  settled_at  timestamptz,
  PRIMARY KEY (origin, ref, version)
);

-- Where documents lay at their senders. A document has several sources if the same content came from several places.
CREATE TABLE document_source (
  document_id uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  origin      text        NOT NULL,
  ref         text        NOT NULL,
  arrived_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, origin, ref)
);
CREATE INDEX document_source_by_ref ON document_source (ref text_pattern_ops, document_id);

-- One place may bring many documents, one after the other.
DROP INDEX document_origin;
