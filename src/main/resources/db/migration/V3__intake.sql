-- A claim tells which replica is at which dropped file. It goes when the file is moved away, and stays, settled, where
-- files do.
CREATE TABLE drop_claim (
  origin      text        NOT NULL,
  ref         text        NOT NULL,
  version     text        NOT NULL,                   -- changes when the file does
  lease_until timestamptz,
  settled_at  timestamptz,
  replica     uuid,                                   -- its holder: whoever lost it to another can no longer change it
  PRIMARY KEY (origin, ref, version)
);
-- The sweeper: claims that were given up. Settled ones stay for as long as their files do.
CREATE INDEX drop_claim_unsettled ON drop_claim (lease_until) WHERE settled_at IS NULL;

-- Where documents lay at their senders. A document has several sources if the same content came from several places,
-- and one place may bring many documents, one after the other.
CREATE TABLE document_source (
  document_id uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  origin      text        NOT NULL,
  ref         text        NOT NULL,
  arrived_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, origin, ref)
);
CREATE INDEX document_source_by_ref ON document_source (ref text_pattern_ops, document_id);

-- What senders called their requests. A document can have been sent under several names.
CREATE TABLE idempotency_key (
  owner       text        NOT NULL,
  key         text        NOT NULL,
  document_id uuid        NOT NULL REFERENCES document ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_key_by_document ON idempotency_key (document_id);

-- Uploads by the tus protocol. One that was finished stays for a while, for its sender to fetch the receipt.
CREATE TABLE resumable_upload (
  id          uuid        PRIMARY KEY,
  owner       text        NOT NULL,
  metadata    text        NOT NULL,                   -- Upload-Metadata as sent, checked
  length      bigint      NOT NULL,                   -- bytes announced
  received    bigint      NOT NULL DEFAULT 0,         -- bytes that count; who changes it must name the old value
  document_id uuid,                                   -- what became of it; it may be deleted meanwhile
  duplicate   boolean     NOT NULL DEFAULT false,     -- as its receipt said
  ended       boolean     NOT NULL DEFAULT false,     -- terminated or refused: it is not found any more
  expires_at  timestamptz NOT NULL,
  sweep_at    timestamptz NOT NULL,                   -- then the sweeper removes it and its pieces
  CHECK (received <= length)
);
CREATE INDEX resumable_upload_to_sweep ON resumable_upload (sweep_at);

-- The pieces that count; their bytes lie in the claims bucket.
CREATE TABLE resumable_piece (
  upload_id uuid   NOT NULL REFERENCES resumable_upload ON DELETE CASCADE,
  begins_at bigint NOT NULL,                          -- offset of its first byte
  claim_key text   NOT NULL,
  PRIMARY KEY (upload_id, begins_at)
);
