-- Uploads by the tus protocol. One that was finished stays for a while, for its sender to fetch the receipt.
CREATE TABLE resumable_upload (
  id          uuid        PRIMARY KEY,
  owner       text        NOT NULL,
  metadata    text        NOT NULL,                   -- Upload-Metadata as sent, checked
  length      bigint      NOT NULL,                   -- bytes announced
  received    bigint      NOT NULL DEFAULT 0,         -- bytes that count; who changes it must name the old value
  document_id uuid,                                   -- what became of it; it may be deleted meanwhile
  duplicate   boolean     NOT NULL DEFAULT false,     -- as its receipt said
  ended       boolean     NOT NULL DEFAULT false,     -- terminated or refused: nobody finds it any more
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
