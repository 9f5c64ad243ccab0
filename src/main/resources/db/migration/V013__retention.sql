-- The original is on its way out of the object store, or gone; results may stay.
ALTER TABLE document ADD COLUMN original_deleted_at timestamptz;

-- How long documents are kept that ended so; written at each start from the configuration. No row, or null: for ever.
CREATE TABLE retention_policy (
  state text PRIMARY KEY,
  keep  interval
);

-- In the database, so that no writer can end a document without a word on when it goes, or begin it anew and leave the old one.
CREATE FUNCTION set_expiry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.expires_at := NEW.completed_at + (SELECT keep FROM retention_policy WHERE state = NEW.state);
  RETURN NEW;
END
$$;

CREATE TRIGGER document_expiry BEFORE UPDATE OF state ON document
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state <> 'expired')
  EXECUTE FUNCTION set_expiry();

-- Retention: what is past its time. The audit of claims: whose originals there should be.
CREATE INDEX document_original_kept ON document (completed_at)
  WHERE state = 'completed' AND original_deleted_at IS NULL;
CREATE INDEX document_to_expire ON document (expires_at)
  WHERE expires_at IS NOT NULL AND state <> 'expired';
CREATE INDEX document_with_original ON document (id)
  WHERE original_deleted_at IS NULL;

-- Same content, same owner: one document. With what tells how much an owner stores, so that it is summed up without its rows.
DROP INDEX document_content;
CREATE UNIQUE INDEX document_content ON document (owner, sha256) INCLUDE (size_bytes, original_deleted_at)
  WHERE state NOT IN ('cancelled', 'expired');

-- Where the audit of the claims bucket stands: one row.
CREATE TABLE claim_audit (
  only_one       boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  ledger_id      uuid        NOT NULL DEFAULT gen_random_uuid(),  -- stands in the bucket, too: whose it is
  due_at         timestamptz NOT NULL DEFAULT now(),  -- of the next page; moved on while a replica is at it
  after_key      text        NOT NULL DEFAULT '',     -- the last key of the page before
  after_id       uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000', -- the last document of it
  missing_so_far bigint      NOT NULL DEFAULT 0,
  missing        bigint,                              -- originals that were not there, by the last audit
  ended_at       timestamptz                          -- of the last audit
);
INSERT INTO claim_audit DEFAULT VALUES;
